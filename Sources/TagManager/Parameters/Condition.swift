/// A condition of a trigger: two operands and how they are compared.
package struct Condition: JSONMapped {
  /// The way in which its two sides are compared.
  package var type: ConditionType
  /// `arg0`, `arg1`, then `ignore_case` and `negate` where they are true.
  package var parameters: [Parameter]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a condition of its parameters.
  package init(
    type: ConditionType, parameters: [Parameter] = []
  ) {
    self.type = type
    self.parameters = parameters
  }
}

extension Condition {
  package static var blank: Self {
    Self(type: ConditionType(rawValue: ""))
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.word("type", &type)
    try members.objects("parameter", &parameters)
  }
}
