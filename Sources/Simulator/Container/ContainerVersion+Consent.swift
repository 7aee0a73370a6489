import TagManager

extension ContainerVersion {
  /// The names of the consent signals that a hit carries and pages know, and of what asks for them.
  private static let signals = [
    "gcs", "gcd", "consent_state", "consentState", "ConsentState", "consentGranted",
    "ConsentGranted",
  ]

  /// The types of consent that settings, conditions or code name, all where something reads the signals and names none.
  ///
  /// - Parameter code: that of its templates.
  func consentTypes(code: [String]) -> Set<String> {
    var settings: [Parameter] = []
    for tag in tags { settings += tag.parameters + [tag.consentSettings?.types].compactMap(\.self) }
    for variable in variables { settings += variable.parameters }
    for client in clients { settings += client.parameters }
    for transformation in transformations { settings += transformation.parameters }
    for trigger in triggers {
      let conditions = trigger.customEventFilters + trigger.filters + trigger.autoEventFilters
      settings += conditions.flatMap(\.parameters)
    }
    var types: Set<String> = []
    for text in code + settings.flatMap(\.texts) {
      let named = ConsentCode.types.filter(text.containsText)
      let isOnSignals = named.isEmpty && Self.signals.contains(where: text.containsText)
      types.formUnion(isOnSignals ? ConsentCode.types : named)
    }
    return types
  }
}

extension Parameter {
  /// Its own text and those inside it.
  fileprivate var texts: [String] {
    [value].compactMap(\.self) + (list + map).flatMap(\.texts)
  }
}
