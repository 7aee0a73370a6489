package import JSONText
import TagManager

/// The part of a container that a plan has made, by its journal and by the container's notes.
///
/// A fresh clone has no journal, and triggers and folders carry no notes. An entity with a name
/// from the plan that only the plan's entities use is replaced all the same; only what is surely
/// the plan's is ever removed.
package struct Ownership: Sendable {
  private let mark: String
  private let journal: Set<EntityKey>
  private var used: Set<EntityKey> = []

  /// - Parameters:
  ///   - mark: the words in the notes of everything that the plan makes.
  ///   - journal: what earlier pushes have made.
  ///   - content: the container, a `ContainerVersion` of the API.
  package init(mark: String, journal: Set<EntityKey>, in content: JSONObject) {
    self.mark = mark
    self.journal = journal
    let tags = content.held(.tag)
    used.formUnion(
      usedAlone(.trigger, of: content, users: tags.map { ($0, .tag) }) { tag in
        ["firingTriggerId", "blockingTriggerId"].flatMap { tag[$0]?.array ?? [] }
          .compactMap(\.string)
      })
    let members =
      tags.map { ($0, EntityKind.tag) } + content.held(.variable).map { ($0, .variable) }
    used.formUnion(
      usedAlone(.folder, of: content, users: members) { member in
        member.filled("parentFolderId").map { [$0] } ?? []
      })
  }

  /// Entities of a kind that something of the plan refers to, and nothing else does.
  private func usedAlone(
    _ kind: EntityKind, of content: JSONObject, users: [(JSONObject, EntityKind)],
    ids: (JSONObject) -> [String]
  ) -> Set<EntityKey> {
    var ours: Set<String> = []
    var theirs: Set<String> = []
    for (user, userKind) in users {
      if owns(user, userKind) { ours.formUnion(ids(user)) } else { theirs.formUnion(ids(user)) }
    }
    return Set(
      content.held(kind).compactMap { entity in
        entity.id(kind).flatMap {
          ours.contains($0) && !theirs.contains($0) ? entity.key(kind) : nil
        }
      })
  }

  /// Whether the plan has made an entity of a container.
  func owns(_ entity: JSONObject, _ kind: EntityKind) -> Bool {
    journal.contains(entity.key(kind))
      || [entity["notes"]?.string, entity["templateData"]?.string].contains { text in
        text?.contains(mark) == true
      }
  }

  /// Whether an entity of the plan's name may be replaced.
  func mayReplace(_ entity: JSONObject, _ kind: EntityKind) -> Bool {
    used.contains(entity.key(kind)) || owns(entity, kind)
  }
}
