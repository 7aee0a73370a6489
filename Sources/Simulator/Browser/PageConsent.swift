import SandboxedJS

/// The consent that a page knows: defaults, and what the visitor then said.
struct PageConsent {
  private var defaults: [String: Bool] = [:]
  private var updates: [String: Bool] = [:]

  /// Whether there is consent of a type; `nil` where nothing was said of it.
  func state(_ type: String) -> Bool? { updates[type] ?? defaults[type] }

  /// The state of each type that has one.
  var states: [String: Bool] { defaults.merging(updates) { $1 } }

  /// Follows a command `default` or `update`; anything else is left out.
  mutating func follow(_ command: String, _ settings: ScriptValue) {
    guard case .object(let members) = settings else { return }
    for member in members {
      let isGranted = member.value == "granted"
      guard isGranted || member.value == "denied" else { continue }
      if command == "default" { defaults[member.key] = isGranted }
      if command == "update" { updates[member.key] = isGranted }
    }
  }

  /// The hit's `gcs`, such as `G101`; `nil` where the page has no consent mode.
  var shortCode: String? {
    guard !states.isEmpty else { return nil }
    let digits = ConsentCode.types.prefix(2).map { type in
      state(type).map { $0 ? "1" : "0" } ?? "-"
    }
    return "G1" + digits.joined()
  }

  /// The hit's `gcd`: a letter for each type, see ``ConsentCode``. The digits between them are those of recorded hits.
  var longCode: String {
    let digits = states.isEmpty ? ["3", "3", "3", "1"] : ["3", "3", "2", "5"]
    let letters = ConsentCode.types.map { type in
      ConsentCode.letter(initial: defaults[type], update: updates[type])
    }
    return "13" + zip(letters, digits).map { $0 + $1 }.joined() + "l1"
  }
}
