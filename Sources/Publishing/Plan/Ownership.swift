import JSONText
import TagManager

/// What of a container a plan has made: what its journal says, and what its notes say.
///
/// Triggers, clients and folders have no notes that survive an import, hence the journal; a fresh clone has no
/// journal, hence the notes.
package struct Ownership: Sendable {
  private let mark: String
  private let journal: Set<EntityKey>

  /// - Parameters:
  ///   - mark: the words in the notes of everything that the plan makes.
  ///   - journal: what earlier pushes have made.
  package init(mark: String, journal: Set<EntityKey>) {
    self.mark = mark
    self.journal = journal
  }

  /// Whether the plan has made an entity of a container.
  func owns(_ entity: JSONObject, _ kind: EntityKind) -> Bool {
    journal.contains(entity.key(kind))
      || [entity["notes"]?.string, entity["templateData"]?.string].contains { text in
        text?.contains(mark) == true
      }
  }
}
