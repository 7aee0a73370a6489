import SandboxedJS

extension ContainerProof {
  /// Whatever the shape of the items and the value: what the destination requires of an event is in its request, in
  /// the form that it takes; what has no usable value is left out.
  mutating func proveRequiredFields(_ event: ProvenEvent) throws(HitError) {
    for items in ItemShape.all {
      for value in [59.98, "59.98", 0] as [ScriptValue] {
        try look(
          in: event, event.data(items: items.value, value: value, currency: "EUR"), items,
          "where 'items' is \(items.name)")
      }
    }
    for currency in ["eur", " EUR "] as [ScriptValue] {
      try look(
        in: event, event.data(items: ItemShape.usual.value, value: 59.98, currency: currency),
        .usual, "where 'currency' is \(currency)")
    }
  }

  private mutating func look(
    in event: ProvenEvent, _ data: ScriptValue, _ items: ItemShape, _ circumstance: String
  ) throws(HitError) {
    for tag in try tags(of: event, data) {
      for request in tag.effects.requests {
        guard let endpoint = endpoints.endpoint(of: request) else { continue }
        for member in SentEvents(request, to: endpoint).unusableMembers(for: items) {
          let message = "tag '\(tag.name)' sends no usable '\(member)'"
          let isKnown = findings.contains {
            $0.proof == .requiredFields && $0.event == event.name && $0.message.hasPrefix(message)
          }
          if !isKnown {
            add(
              .requiredFields, event.name, "\(message) \(circumstance)",
              fix: "map '\(member)' to a source that the event has, in the form that is documented")
          }
        }
      }
    }
  }
}

extension ProvenEvent {
  /// The data with other items, value and currency, wherever the container reads them.
  fileprivate func data(
    items: ScriptValue, value: ScriptValue, currency: ScriptValue
  ) -> ScriptValue {
    fields.reduce(data()) { data, field in
      switch field.kind {
      case .items:
        items == .undefined
          ? data.with([.init(field.path, .undefined)])
          : data.setting(field.path, items)
      case .value: data.setting(field.path, value)
      case .currency: data.setting(field.path, currency)
      default: data
      }
    }
  }
}
