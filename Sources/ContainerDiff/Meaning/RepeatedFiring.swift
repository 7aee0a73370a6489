import Diagnostics

extension Meaning {
  /// A tag may fire more than once for the same event, or no longer.
  static let repeatedFiring = Meaning(
    "repeated-firing", "a tag may fire several times for one event, or no longer",
    because: """
      With the option 'Unlimited', each of a tag's triggers fires it: one event is sent several times, each time as a new one
      where it has no event id.
      """,
    example: "'Ads Purchase' could fire several times for one event"
  ) { containers in
    containers.changedTags.compactMap { old, new, pair in
      guard pair.changes.contains(where: { $0.path == "tagFiringOption" }) else { return nil }
      if new["tagFiringOption"] == .text("UNLIMITED") {
        return Sign(.warning, new, "'\(new.name)' could fire several times for one event")
      }
      guard old["tagFiringOption"] == .text("UNLIMITED") else { return nil }
      return Sign(
        .notice, new,
        "'\(new.name)' can fire several times for one event in \(containers.old.label), and would no longer"
      )
    }
  }
}
