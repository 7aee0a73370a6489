extension ServerAPI {
  static let json = ServerAPI(
    "JSON", "Reads and writes JSON; what cannot be read or written is undefined.",
    methods: [
      (
        "parse",
        { (machine, arguments) throws(RunFailure) in
          let text = try machine.string(arguments[0])
          text.flatten(machine.heap)
          try machine.charge(text.count / 32)
          try machine.reserve(text.count * 4)
          return machine.parseJSON(text) ?? .undefined
        }
      ),
      (
        "stringify",
        { (machine, arguments) throws(RunFailure) in try machine.stringify(arguments[0]) }
      ),
    ])
}
