/// The conditions under which a zone loads its containers.
package struct ZoneBoundary: JSONMapped {
  /// The conditions, all of which have to hold.
  package var conditions: [Condition]
  /// The triggers on which it is decided; page views by default.
  package var customEvaluationTriggerIDs: [String]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a boundary.
  package init(
    conditions: [Condition] = [], customEvaluationTriggerIDs: [String] = []
  ) {
    self.conditions = conditions
    self.customEvaluationTriggerIDs = customEvaluationTriggerIDs
  }
}

extension ZoneBoundary {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.objects("condition", &conditions)
    try members.strings("customEvaluationTriggerId", &customEvaluationTriggerIDs)
  }
}
