#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ServerAPI {
  static let math = ServerAPI(
    "Math", "Rounds numbers and compares them.",
    methods: [
      ("abs", unary { $0.magnitude }),
      ("ceil", unary { $0.rounded(.up) }),
      ("floor", unary { $0.rounded(.down) }),
      (
        "max",
        { (machine, arguments) throws(RunFailure) in
          try machine.extreme(arguments, -.infinity) { $0 > $1 || $0 == 0 && $1.sign == .minus }
        }
      ),
      (
        "min",
        { (machine, arguments) throws(RunFailure) in
          try machine.extreme(arguments, .infinity) { $0 < $1 || $0 == 0 && $0.sign == .minus }
        }
      ),
      (
        "pow",
        { (machine, arguments) throws(RunFailure) in
          let (base, exponent) = (
            try machine.number(arguments[0]), try machine.number(arguments[1])
          )
          // Unlike the C library, JavaScript has no number for these.
          if exponent.isNaN || base.magnitude == 1 && exponent.isInfinite { return Value(.nan) }
          return Value(outside: pow(base, exponent))
        }
      ),
      // Halves go up, also below zero.
      (
        "round",
        unary { value in
          let floor = value.rounded(.down)
          let rounded = value - floor >= 0.5 ? floor + 1 : floor
          return rounded == 0 && value.sign == .minus ? -0.0 : rounded
        }
      ),
      ("sqrt", unary { $0.squareRoot() }),
    ])

  private static func unary(_ function: @escaping @Sendable (Double) -> Double) -> Body {
    { (machine, arguments) throws(RunFailure) in
      Value(outside: function(try machine.number(arguments[0])))
    }
  }

  static let object = ServerAPI(
    "Object", "Lists, freezes and deletes the properties of objects.",
    methods: [
      (
        "keys",
        { (machine, arguments) throws(RunFailure) in
          try machine.listKeys(machine.notNullish(arguments[0]))
        }
      ),
      (
        "values",
        { (machine, arguments) throws(RunFailure) in
          try machine.mapKeys(arguments[0]) { (_, value) in value }
        }
      ),
      (
        "entries",
        { (machine, arguments) throws(RunFailure) in
          try machine.mapKeys(arguments[0]) { (key, value) in
            Value(machine.makeArray([key, value]))
          }
        }
      ),
      (
        "freeze",
        { (machine, arguments) throws(RunFailure) in
          if arguments[0].isObject { arguments[0].object.freeze(machine.heap) }
          if arguments[0].isArray { arguments[0].array.pointee.isFrozen = true }
          return arguments[0]
        }
      ),
      (
        "delete",
        { (machine, arguments) throws(RunFailure) in
          let name = try machine.propertyName(arguments[1])
          switch arguments[0].tag {
          case .object:
            return Value(arguments[0].object.remove(name, machine.heap))
          case .array:
            let array = arguments[0].array
            guard let index = name.arrayIndex, index < array.pointee.count,
              !array.pointee.isFrozen
            else { return .false }
            array.pointee.elements[Int(index)] = .hole
            return .true
          default: return .false
          }
        }
      ),
    ])
}

extension Machine {
  fileprivate func extreme(
    _ arguments: Arguments, _ start: Double, _ wins: (Double, Double) -> Bool
  ) throws(RunFailure) -> Value {
    var result = start
    var isNaN = false
    for index in 0..<arguments.count {
      let number = try number(arguments[index])
      if number.isNaN { isNaN = true }
      if wins(number, result) { result = number }
    }
    return Value(isNaN ? .nan : result)
  }

  fileprivate func notNullish(_ value: Value) throws(RunFailure) -> Value {
    if value.isNullish { throw .type("Cannot convert undefined or null to object") }
    return value
  }

  fileprivate func mapKeys(
    _ value: Value, _ transform: (Value, Value) -> Value
  ) throws(RunFailure) -> Value {
    let keys = try listKeys(notNullish(value)).array
    try charge(keys.count)
    let result = heap.array(capacity: keys.count)
    for index in 0..<keys.count {
      let key = keys[element: index]
      result.append(transform(key, try getNamed(value, propertyName(key))), heap)
    }
    return Value(result)
  }
}
