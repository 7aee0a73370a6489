/// The module's name.
package enum CustomTemplatePlaceholder {}
