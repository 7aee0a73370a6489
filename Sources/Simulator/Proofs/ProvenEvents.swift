import SandboxedJS
import TagManager

/// The events that proofs are run with: one for each name that a trigger of the container waits for.
struct ProvenEvents {
  /// The names, in the order of the triggers, each once.
  let names: [String]

  init(_ container: CompiledContainer) {
    var seen: Set<String> = []
    names = container.triggers.flatMap(\.conditions).compactMap { condition in
      guard condition.leftText == "{{_event}}" || condition.leftText == "{{Event Name}}",
        condition.type == .equals, !condition.isNegated
      else { return nil }
      return seen.insert(condition.rightText).inserted ? condition.rightText : nil
    }
  }

  /// An event that has everything, for a visitor who agreed; later members outweigh earlier ones.
  static func event(_ name: String, _ changes: [ScriptValue.Member] = []) -> ScriptValue {
    var members: [ScriptValue.Member] = [
      .init("event_name", .string(name)), .init("x-ga-gcs", "G111"),
      .init("event_id", "proof-id-1"), .init("transaction_id", "proof-order-1"),
      .init("value", 59.98), .init("currency", "EUR"), .init("search_term", "tee"),
      .init("page_location", "https://shop.example.com/?ttclid=E.C.P.proof"),
      .init("page_referrer", "https://shop.example.com/cart"), .init("ip_override", "203.0.113.7"),
      .init("user_agent", "Mozilla/5.0"), .init("user_id", "user_123"),
      .init("items", [["item_id": "SKU-1", "item_name": "Tee", "price": 29.99, "quantity": 2]]),
    ]
    for change in changes {
      if change.value == .undefined {
        members.removeAll { $0.key == change.key }
      } else {
        members.set(change.key, change.value)
      }
    }
    return .object(members)
  }
}
