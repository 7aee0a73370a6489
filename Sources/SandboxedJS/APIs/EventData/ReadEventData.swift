extension ServerAPI {
  static let getAllEventData = ServerAPI(
    "getAllEventData", "Returns a copy of the event's data.", permission: .readEventData
  ) { (machine, _) throws(RunFailure) in
    try machine.host.demand(.readEventData(nil))
    return try machine.value(machine.host.environment.eventData)
  }

  static let getEventData = ServerAPI(
    "getEventData",
    "Returns a copy of the value at a path of keys and indexes with dots between, or undefined.",
    permission: .readEventData
  ) { (machine, arguments) throws(RunFailure) in
    let path = try machine.text(arguments[0])
    try machine.host.demand(.readEventData(path))
    return try machine.value(machine.host.environment.eventData.value(at: path) ?? .undefined)
  }
}

extension ScriptValue {
  /// The value at a path such as `items.0.price`; `nil` where there is none.
  package func value(at path: String) -> ScriptValue? {
    // A key may itself have a dot.
    if let value = self[path] { return value }
    // Most paths lead nowhere at their first key.
    if case .object = self {
      guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")), self[String(path[..<dot])] != nil
      else { return nil }
    }
    var value = self
    for part in path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map(Substring.init)
    {
      switch value {
      case .object:
        guard let next = value[String(part)] else { return nil }
        value = next
      case .array(let elements):
        guard let index = Int(part), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }
}
