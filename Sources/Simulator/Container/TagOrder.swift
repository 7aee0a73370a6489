import SandboxedJS

/// The order in which the tags of a container are asked whether they fire: those of higher priority first.
struct TagOrder: Sendable {
  /// All tags.
  let all: [Int]
  /// The tags that may fire, by the names of events that triggers wait for.
  private let byName: [String: [Int]]
  /// The tags that may fire for events of other names.
  private let others: [Int]

  /// - Parameter name: the name of the event that a trigger waits for; `nil` where it waits for none or for several.
  init(
    _ all: [Int], _ tags: [TagProgram], _ triggers: [TriggerProgram],
    awaited name: (TriggerProgram) -> String?
  ) {
    self.all = all
    let names = triggers.map(name)
    /// Those that may fire for events of a name, or of a name that no trigger waits for.
    func order(for event: String?) -> [Int] {
      all.filter { (index: Int) -> Bool in
        tags[index].firing.contains { (reference: TriggerReference) -> Bool in
          guard case .trigger(let trigger) = reference else { return true }
          return names[trigger] == nil || names[trigger] == event
        }
      }
    }
    byName = Dictionary(
      Set(names.compactMap(\.self)).map { ($0, order(for: $0)) }, uniquingKeysWith: { $1 })
    others = order(for: nil)
  }

  /// The tags that may fire for an event; the others need not be asked.
  func tags(for eventData: ScriptValue) -> [Int] {
    guard case .string(let name)? = eventData["event_name"] else { return all }
    return byName[name] ?? others
  }
}
