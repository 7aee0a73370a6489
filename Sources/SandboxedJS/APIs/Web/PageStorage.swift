extension WebAPI {
  static let localStorage = ServerAPI(
    "localStorage", "Keeps texts in the browser.", permission: .accessLocalStorage,
    methods: [
      (
        "getItem",
        { (machine, arguments) throws(RunFailure) in
          let key = try machine.text(arguments[0])
          try machine.host.demand(.localStorage(key: key, isWriting: false))
          return machine.host.record.page.localStorage[key].map { machine.string($0) } ?? .null
        }
      ),
      (
        "setItem",
        { (machine, arguments) throws(RunFailure) in
          let key = try machine.text(arguments[0])
          try machine.host.demand(.localStorage(key: key, isWriting: true))
          machine.host.record.page.localStorage[key] = try machine.text(arguments[1])
          return .true
        }
      ),
      (
        "removeItem",
        { (machine, arguments) throws(RunFailure) in
          let key = try machine.text(arguments[0])
          try machine.host.demand(.localStorage(key: key, isWriting: true))
          machine.host.record.page.localStorage[key] = nil
          return .undefined
        }
      ),
    ])

  static let templateStorage = ServerAPI(
    "templateStorage", "Keeps values, functions too, for as long as the page lives.",
    permission: .accessTemplateStorage,
    methods: [
      (
        "getItem",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          return machine.host.templateStorage[try machine.text(arguments[0])] ?? .undefined
        }
      ),
      (
        "setItem",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          machine.host.templateStorage[try machine.text(arguments[0])] = arguments[1]
          return .undefined
        }
      ),
      (
        "removeItem",
        { (machine, arguments) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          machine.host.templateStorage[try machine.text(arguments[0])] = nil
          return .undefined
        }
      ),
      (
        "clear",
        { (machine, _) throws(RunFailure) in
          try machine.host.demand(.accessTemplateStorage)
          machine.host.templateStorage = [:]
          return .undefined
        }
      ),
    ])
}
