extension ServerAPI {
  static let makeString = ServerAPI("makeString", "Converts a value to a string.") {
    (machine, arguments) throws(RunFailure) in Value(try machine.string(arguments[0]))
  }

  static let makeNumber = ServerAPI("makeNumber", "Converts a value to a number.") {
    (machine, arguments) throws(RunFailure) in Value(try machine.number(arguments[0]))
  }

  static let makeInteger = ServerAPI(
    "makeInteger", "Converts a value to a number without a fraction."
  ) { (machine, arguments) throws(RunFailure) in
    Value(try machine.number(arguments[0]).rounded(.towardZero))
  }

  static let getType = ServerAPI(
    "getType", "Returns 'string', 'number', 'array', 'null' and so on, what a value is."
  ) { (machine, arguments) throws(RunFailure) in
    let value = arguments[0]
    if value.isArray { return machine.string("array") }
    if value.isNull { return machine.string("null") }
    return Value(machine.atom(value.typeName))
  }

  static let makeTableMap = ServerAPI(
    "makeTableMap", "Makes an object of two columns of a table; null where there is no table."
  ) { (machine, arguments) throws(RunFailure) in
    guard arguments[0].isArray, arguments[0].array.count > 0 else { return .null }
    let table = arguments[0].array
    let (key, value) = (
      try machine.propertyName(arguments[1]), try machine.propertyName(arguments[2])
    )
    try machine.charge(table.count)
    let map = machine.makeObject()
    for index in 0..<table.count where table[element: index].isObject {
      let row = table[element: index].object
      guard let name = row.value(key) else { continue }
      map.set(try machine.propertyName(name), row.value(value) ?? .undefined, machine.heap)
    }
    return Value(map)
  }
}
