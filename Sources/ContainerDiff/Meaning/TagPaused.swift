import Diagnostics

extension Meaning {
  /// A tag was switched off or on.
  static let tagPaused = Meaning(
    "tag-paused", "a tag is paused, or would fire again",
    because: """
      A paused tag never fires, and nothing else says so. Importing a container that pauses a tag ends its events; one in
      which it is not paused begins them again, although somebody may have had a reason to pause it.
      """,
    example: "purchase → Ads would stop firing: tag paused"
  ) { containers in
    containers.changedTags.compactMap { old, new, _ in
      switch (old["paused"] == .bool(true), new["paused"] == .bool(true)) {
      case (false, true):
        return Sign(
          .warning, new,
          "\(containers.subject(old, isNew: false)) would stop firing: tag paused")
      case (true, false):
        return Sign(
          containers.newIsPlan ? .warning : .notice, new,
          "\(containers.subject(new, isNew: true)) would fire again: the tag is paused in "
            + containers.old.label)
      default: return nil
      }
    }
  }
}
