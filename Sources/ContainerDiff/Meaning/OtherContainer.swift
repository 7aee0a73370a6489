import Diagnostics
import TagManager

extension Meaning {
  /// The two belong to different containers of Tag Manager.
  static let otherContainer = Meaning(
    "other-container", "the two are of different containers",
    because: """
      A plan compared with another container than its own differs in everything, and a push would change somebody else's.
      Compare the public id in the plan with that of the file, or of the container that '--live' reads.
      """,
    example: "the live container is of another container: 'GTM-OTHER', not 'GTM-EXAMPLE'"
  ) { containers in
    guard containers.areOfDifferentContainers, let old = containers.old.publicID,
      let new = containers.new.publicID
    else { return [] }
    return [
      Sign(
        containers.newIsPlan ? .warning : .notice, .containerVersion, new,
        "\(containers.old.label) is of another container: '\(old)', not '\(new)'")
    ]
  }
}

extension ComparedContainers {
  /// Whether both say which container they are of, and it is not the same.
  var areOfDifferentContainers: Bool {
    guard let before = old.publicID, let after = new.publicID else { return false }
    return before != after
  }
}
