/// The module's name.
package enum TagwrightPlanPlaceholder {}
