extension Meaning {
  /// A tag may fire more than once for the same event, or no longer.
  static let repeatedFiring = Meaning(id: "repeated-firing") { containers in
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
