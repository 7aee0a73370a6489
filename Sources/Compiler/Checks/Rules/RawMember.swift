import TagManager
import TagwrightPlan

extension Rule {
  /// A raw member is one that the plan has no word for, of something that is there.
  static let rawMember = Rule(
    error: "raw-member",
    "a raw member has no place in the container, or a word of its own in the plan",
    documentation: """
      'RawMember' is for members of a container export that Tagwright does not know. What it knows, such as notes, is said
      by its word, and checked; two ways of saying one thing would contradict each other. The entity that a member belongs
      to, and the object inside of it, have to be there.
      """,
    wrong: .container(
      """
      Variable("Currency", .constant("EUR"))
      RawMember("notes", "of the shop", of: .variable, "Currency")
      """),
    right: .container(
      """
      Variable("Currency", .constant("EUR"), notes: "of the shop")
      RawMember("history", ["changes": 3], of: .variable, "Currency")
      """),
    check: .lowered { container in
      container.draft.memberProblems.map { member, problem in
        Finding(problem.message(of: member), at: member.place, mend: problem.mend)
      }
    })
}

extension MemberProblem {
  fileprivate func message(of member: MemberDraft) -> String {
    let owner = member.kind.map { "\($0.word) '\(member.name)'" } ?? "the container"
    return switch self {
    case .noOwner: "there is no \(owner) for the member '\(member.key)'"
    case .noPlace:
      "\(owner) has no object at '\(member.path.joined(separator: "."))' for the member '\(member.key)'"
    case .isKnown: "'\(member.key)' of \(owner) has a word of its own in the plan"
    case .isRepeated: "the member '\(member.key)' of \(owner) is given twice"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .noOwner: "name an entity that the container declares"
    case .noPlace: "name the keys that lead there, and parameters by their own"
    case .isKnown: "say it by that word"
    case .isRepeated: "give it once"
    }
  }
}
