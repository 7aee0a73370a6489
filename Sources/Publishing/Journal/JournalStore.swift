/// The storage for a journal.
package struct JournalStore {
  /// The journal; an empty one where there is none yet.
  package let load: () throws(PushFailure) -> PushJournal
  /// Keeps a journal for good before it returns.
  package let save: (PushJournal) throws(PushFailure) -> Void

  package init(
    load: @escaping () throws(PushFailure) -> PushJournal,
    save: @escaping (PushJournal) throws(PushFailure) -> Void
  ) {
    self.load = load
    self.save = save
  }
}
