extension ServerAPI {
  static let templateDataStorage = ServerAPI(
    "templateDataStorage", "Keeps values between the runs of a template.",
    permission: .accessTemplateStorage,
    methods: [
      (
        "getItemCopy",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          let key = try machine.text(arguments[0])
          return try machine.value(machine.host.record.storage[key] ?? .null)
        }
      ),
      (
        "setItemCopy",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          let key = try machine.text(arguments[0])
          machine.host.record.storage[key] =
            arguments[1].isNullish ? nil : machine.copyOut(arguments[1])
          return .undefined
        }
      ),
      (
        "removeItem",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          machine.host.record.storage[try machine.text(arguments[0])] = nil
          return .undefined
        }
      ),
      (
        "clear",
        { (machine, _) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          machine.host.record.storage = [:]
          return .undefined
        }
      ),
    ])
}
