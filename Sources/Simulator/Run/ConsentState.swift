package import SandboxedJS

/// What an event says of consent.
package enum ConsentState {
  /// Whether there is consent of a type, such as `ad_storage`: false if any signal denies it, else true if any grants
  /// it, else `nil`.
  ///
  /// The signals: `x-ga-gcs`, `x-ga-gcd` and its older name, the states that newer servers write beside them, and the
  /// object `consent_state` of other clients.
  package static func of(_ type: String, _ eventData: ScriptValue) -> Bool? {
    var states: [Bool?] = []
    if let place = ConsentCode.types.firstIndex(of: type) {
      states.append(ConsentCode.states(gcs: eventData["x-ga-gcs"]?.text ?? "")[place])
      for key in ["x-ga-gcd", "x-ga-mp2-gcd"] {
        states.append(ConsentCode.states(gcd: eventData[key]?.text ?? "")[place])
      }
    }
    for object in [
      eventData["x-sst-system_properties"]?["consent"]?["consentGrantedState"],
      eventData["consent_state"],
    ] {
      switch object?[type]?.asText.lowercased() {
      case "true", "granted", "1": states.append(true)
      case "false", "denied", "0": states.append(false)
      default: break
      }
    }
    let known = states.compactMap { $0 }
    return known.isEmpty ? nil : !known.contains(false)
  }
}
