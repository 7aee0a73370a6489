import JSONText
import TagManager

/// One request of a push.
enum WriteStep {
  /// Switches built-in variables on.
  case enable([EntityChange])
  /// Creates or replaces one entity.
  case single(EntityChange)
  /// Creates, replaces or deletes several at once.
  case bulk([EntityChange])
  /// Switches built-in variables off.
  case disable([EntityChange])

  /// The entities that go several at once into one request; fewer where that was refused.
  enum Bulk {
    /// Templates, too, in a request of their own: the types of their tags follow from the ids that Tag Manager
    /// gives them.
    case everything
    /// All but templates.
    case withoutTemplates
    /// Each entity has a request of its own, so that the one that is refused has a name.
    case nothing
  }

  /// The number of entities that one `bulk_update` carries at most; no limit is published.
  static let bulkLimit = 50
  /// The number of bytes of entities that it carries at most; no limit is published.
  static let bulkSizeLimit = 1_000_000

  /// The requests that make changes, in order.
  ///
  /// - Parameter bulk: what goes several at once.
  static func steps(for changes: [EntityChange], bulk: Bulk) -> [WriteStep] {
    let made = changes.filter { $0.action != .remove }
    let removed = changes.filter { $0.action == .remove }
    func isTemplate(_ change: EntityChange) -> Bool { change.key.kind == .customTemplate }
    func isBuiltIn(_ change: EntityChange) -> Bool { change.key.kind == .builtInVariable }
    func isEntity(_ change: EntityChange) -> Bool { !isTemplate(change) && !isBuiltIn(change) }
    var steps: [WriteStep] = []
    let enabled = made.filter(isBuiltIn)
    if !enabled.isEmpty { steps.append(.enable(enabled)) }
    steps += chunks(made.filter(isTemplate), bulk == .everything)
    steps += chunks(made.filter(isEntity), bulk != .nothing)
    steps += chunks(removed.filter(isEntity), bulk != .nothing)
    steps += chunks(removed.filter(isTemplate), bulk == .everything)
    let disabled = removed.filter(isBuiltIn)
    if !disabled.isEmpty { steps.append(.disable(disabled)) }
    return steps
  }

  private static func chunks(_ changes: [EntityChange], _ bulk: Bool) -> [WriteStep] {
    guard bulk, changes.count > 1 else { return changes.map { .single($0) } }
    var chunks: [[EntityChange]] = []
    var size = 0
    for change in changes {
      let length = JSON.object(change.entity).text(.compact).utf8.count
      if chunks.isEmpty || (chunks.last?.count ?? 0) == bulkLimit || size + length > bulkSizeLimit {
        chunks.append([])
        size = 0
      }
      chunks[chunks.count - 1].append(change)
      size += length
    }
    return chunks.map { $0.count == 1 ? .single($0[0]) : .bulk($0) }
  }
}
