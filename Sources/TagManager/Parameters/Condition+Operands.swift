extension Condition {
  /// Compares two texts; the left one is a reference to a variable, such as `{{Event Name}}`.
  ///
  /// - Parameter ignoresCase: for regular expressions.
  package init(
    _ left: String, _ type: ConditionType, _ right: String, ignoresCase: Bool = false,
    isNegated: Bool = false
  ) {
    var parameters: [Parameter] = [.template("arg0", left), .template("arg1", right)]
    if ignoresCase { parameters.append(.boolean("ignore_case", true)) }
    if isNegated { parameters.append(.boolean("negate", true)) }
    self.init(type: type, parameters: parameters)
  }

  /// The left operand, a reference to a variable.
  package var left: String { parameters["arg0"]?.value ?? "" }
  /// The right operand.
  package var right: String { parameters["arg1"]?.value ?? "" }
  /// Whether a regular expression ignores case.
  package var ignoresCase: Bool { parameters["ignore_case"]?.value == "true" }
  /// Whether the condition holds where the comparison does not.
  package var isNegated: Bool { parameters["negate"]?.value == "true" }
}
