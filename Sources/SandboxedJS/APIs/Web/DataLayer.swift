extension WebAPI {
  static let copyFromDataLayer = ServerAPI(
    "copyFromDataLayer",
    "Returns a copy of what the data layer has at a path of keys, or undefined.",
    permission: .readDataLayer
  ) { (machine, arguments) throws(RunFailure) in
    let key = try machine.text(arguments[0])
    try machine.host.demand(.dataLayer(key: key))
    return try machine.value(machine.host.page.dataLayer.value(at: key) ?? .undefined)
  }

  static let gtagSet = ServerAPI(
    "gtagSet", "Pushes a 'set' command to the data layer.", permission: .writeDataLayer
  ) { (machine, arguments) throws(RunFailure) in
    let settings = machine.copyOut(arguments[0])
    for key in settings.memberKeys { try machine.host.demand(.setDataLayer(key: key)) }
    machine.host.record.page.commands.append(["set", settings])
    return .undefined
  }

  static let isConsentGranted = ServerAPI(
    "isConsentGranted", "Says whether a consent type is granted, or has no state.",
    permission: .accessConsent
  ) { (machine, arguments) throws(RunFailure) in
    let type = try machine.text(arguments[0])
    try machine.host.demand(.consent(type: type, isWriting: false))
    return Value(machine.host.page.consent[type] ?? true)
  }

  static let addConsentListener = ServerAPI(
    "addConsentListener", "Calls a function when a consent type is granted or denied.",
    permission: .accessConsent
  ) { (machine, arguments) throws(RunFailure) in
    let type = try machine.text(arguments[0])
    try machine.host.demand(.consent(type: type, isWriting: false))
    machine.host.consentListeners[type, default: []].append(arguments[1])
    return .undefined
  }

  static let setDefaultConsentState = ServerAPI(
    "setDefaultConsentState", "Pushes a 'default' command of consent to the data layer.",
    permission: .accessConsent
  ) { (machine, arguments) throws(RunFailure) in
    try machine.setConsent("default", arguments[0])
  }

  static let updateConsentState = ServerAPI(
    "updateConsentState", "Pushes an 'update' command of consent to the data layer.",
    permission: .accessConsent
  ) { (machine, arguments) throws(RunFailure) in
    try machine.setConsent("update", arguments[0])
  }
}

extension Machine {
  /// Members of a consent command that name no consent type.
  private static let consentSettings: Set<String> = ["region", "wait_for_update"]

  fileprivate func setConsent(_ command: String, _ settings: Value) throws(RunFailure) -> Value {
    let copy = copyOut(settings)
    for key in copy.memberKeys where !Self.consentSettings.contains(key) {
      try host.demand(.consent(type: key, isWriting: true))
    }
    host.record.page.commands.append(["consent", .string(command), copy])
    guard command == "update" else { return .undefined }
    for key in copy.memberKeys {
      let isGranted = copy[key] == "granted"
      guard isGranted || copy[key] == "denied", let before = host.page.consent[key],
        before != isGranted
      else { continue }
      for listener in host.consentListeners[key] ?? [] {
        callSoon(listener, [string(key), Value(isGranted)])
      }
    }
    return .undefined
  }
}

extension ScriptValue {
  fileprivate var memberKeys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }
}
