import SandboxedJS
import TagwrightPlan

extension Rule {
  /// Tag Manager refuses patterns that it cannot read.
  static let badPattern = Rule(
    error: "bad-pattern",
    "a pattern that is not a regular expression",
    documentation: """
      Conditions and RegEx Tables take regular expressions of RE2's syntax: no look-ahead, no look-behind and no
      references back to a group. To have a character mean itself, write a backslash before it.
      """,
    wrong: .container(
      """
      Trigger("Checkout", on: .events(matching: "^(begin_checkout|purchase"))
      RawTag("Partner", type: "partner", firing: [.named("Checkout")])
      """),
    right: .container(
      """
      Trigger("Checkout", on: .events(matching: "^(begin_checkout|purchase)$"))
      RawTag("Partner", type: "partner", firing: [.named("Checkout")])
      """),
    check: .each(\.patterns) { pattern, _ in
      // A variable may complete it.
      if pattern.value.contains("{{") { return [] }
      do throws(RegularExpressionError) {
        _ = try RegularExpression(pattern.value)
        return []
      } catch {
        return [
          Finding(
            "'\(pattern.value)' is not a regular expression: \(error.message)", at: pattern.place,
            mend: "Tag Manager reads patterns in RE2's syntax")
        ]
      }
    })
}
