/// The module's name.
package enum SandboxedJSPlaceholder {}
