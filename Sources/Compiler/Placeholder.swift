/// The module's name.
package enum CompilerPlaceholder {}
