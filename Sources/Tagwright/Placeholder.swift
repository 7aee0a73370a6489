/// The module's name.
package enum TagwrightPlaceholder {}
