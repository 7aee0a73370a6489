/// The module's name.
package enum TagManagerPlaceholder {}
