package import SandboxedJS

/// The state of consent in an event's data.
package enum ConsentState {
  /// The types of consent of Google's consent mode, those of `gcd` first.
  static let types =
    ConsentCode.types + [
      "functionality_storage", "personalization_storage", "security_storage",
    ]

  /// Whether there is consent of a type, such as `ad_storage`: false if any signal denies it, else true if any grants
  /// it, else `nil`.
  ///
  /// The signals: `x-ga-gcs`, `gcd` under its three names, and the object `consent_state` of other clients. The states
  /// that a server writes beside the codes are derived from `gcd`, and `true` where `gcd` says nothing: they grant only
  /// what an update has changed.
  package static func of(_ type: String, _ eventData: ScriptValue) -> Bool? {
    var states: [Bool?] = []
    let tagging = eventData["x-sst-system_properties"]
    if let place = ConsentCode.types.firstIndex(of: type) {
      states.append(ConsentCode.states(gcs: eventData["x-ga-gcs"]?.text ?? "")[place])
      for code in [eventData["x-ga-gcd"], eventData["x-ga-mp2-gcd"], tagging?["gcd"]] {
        states.append(ConsentCode.states(gcd: code?.text ?? "")[place])
      }
    }
    let server = tagging?["consent"]
    let derived = state(server?["consentGrantedState"]?[type])
    if derived == false || server?["isUpdate"] == true { states.append(derived) }
    states.append(state(eventData["consent_state"]?[type]))
    let known = states.compactMap { $0 }
    return known.isEmpty ? nil : !known.contains(false)
  }

  private static func state(_ value: ScriptValue?) -> Bool? {
    switch value?.asText.lowercased() {
    case "true", "granted", "1": true
    case "false", "denied", "0": false
    default: nil
    }
  }

  /// Whether a path of the event data leads to one of the signals or into it.
  static func isSignal(_ path: String) -> Bool {
    let key = path.utf8.firstIndex(of: UInt8(ascii: ".")).map { path[..<$0] } ?? path[...]
    return signals { _ in false }.contains { $0.key == key }
  }

  /// The signals of an event in which exactly some types are granted and all others are denied.
  static func signals(granting isGranted: (String) -> Bool) -> [ScriptValue.Member] {
    let states = ScriptValue.object(types.map { .init($0, .boolean(isGranted($0))) })
    let digits = ConsentCode.types.prefix(2).map { isGranted($0) ? "1" : "0" }
    let letters = ConsentCode.types.map { ConsentCode.letter(initial: isGranted($0), update: nil) }
    let code = ScriptValue.string("13" + letters.map { $0 + "3" }.joined() + "l1")
    return [
      .init("x-ga-gcs", .string("G1" + digits.joined())), .init("x-ga-gcd", code),
      .init("x-ga-mp2-gcd", .undefined), .init("consent_state", states),
      .init(
        "x-sst-system_properties",
        [
          "gcd": code,
          "consent": ["consentGrantedState": states, "isUpdate": false, "updateType": ""],
        ]),
    ]
  }
}
