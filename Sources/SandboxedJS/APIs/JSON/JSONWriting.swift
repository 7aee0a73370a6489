extension Machine {
  /// The JSON text of a value; `undefined` where it has none or contains itself.
  func stringify(_ value: Value) throws(RunFailure) -> Value {
    var writer = JSONWriter(self)
    guard try writer.write(value), !writer.isCyclic else { return .undefined }
    return Value(writer.text())
  }
}

/// Writes JSON: bytes as long as all is ASCII, then UTF-16 units.
private struct JSONWriter {
  private let machine: Machine
  private var bytes: [UInt8] = []
  private var units: [UInt16] = []
  private var isWide = false
  /// The arrays and objects around the current one.
  private var open: [UInt64] = []
  private(set) var isCyclic = false

  init(_ machine: Machine) {
    self.machine = machine
    bytes.reserveCapacity(256)
  }

  func text() -> StringReference {
    isWide ? machine.heap.string(units: units) : machine.heap.string(ascii: bytes)
  }

  /// Writes a value; says whether it has a JSON text.
  mutating func write(_ value: Value) throws(RunFailure) -> Bool {
    if value.isNumber {
      append(ascii: value.number.isFinite ? machine.string(number: value.number) : nil)
      return true
    }
    switch value.tag {
    case .constant:
      if value.isUndefined || value.isHole { return false }
      append(value.isNull ? "null" : value.isTruthy ? "true" : "false")
    case .string: try write(value.string)
    case .function: return false
    case .promise, .opaque: append("{}")
    case .array: try write(value.array, value)
    case .object: try write(value.object, value)
    }
    return true
  }

  private mutating func enter(_ value: Value) throws(RunFailure) -> Bool {
    if open.contains(value.bits) {
      isCyclic = true
      return false
    }
    open.append(value.bits)
    try machine.checkNativeStack()
    return true
  }

  private mutating func write(_ array: ArrayReference, _ value: Value) throws(RunFailure) {
    guard try enter(value) else { return }
    try machine.charge(array.count + 1)
    append("[")
    for index in 0..<array.count {
      if isCyclic { return }
      if index > 0 { append(",") }
      if !(try write(array[element: index])) { append("null") }
    }
    append("]")
    open.removeLast()
  }

  private mutating func write(_ object: ObjectReference, _ value: Value) throws(RunFailure) {
    guard try enter(value) else { return }
    try machine.charge(object.pointee.shape.count + 1)
    append("{")
    let shape = object.pointee.shape
    var isFirst = true
    if shape.pointee.hasIndexKeys {
      for key in object.keys() {
        try write(key, object.value(key) ?? .undefined, &isFirst)
      }
    } else {
      for slot in 0..<shape.count {
        guard let key = shape.pointee.keys[slot] else { continue }
        try write(key, object.pointee.values[slot], &isFirst)
      }
    }
    if isCyclic { return }
    append("}")
    open.removeLast()
  }

  private mutating func write(
    _ key: StringReference, _ value: Value, _ isFirst: inout Bool
  ) throws(RunFailure) {
    if isCyclic || value.isUndefined || value.isFunction { return }
    if !isFirst { append(",") }
    isFirst = false
    try write(key)
    append(":")
    _ = try write(value)
  }

  // MARK: Text

  private mutating func append(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
  }

  private mutating func append(ascii string: StringReference?) {
    guard let string else { return append("null") }
    for index in 0..<string.count { append(string.bytes[index]) }
  }

  private mutating func append(_ byte: UInt8) {
    if isWide { units.append(UInt16(byte)) } else { bytes.append(byte) }
  }

  private mutating func write(_ string: StringReference) throws(RunFailure) {
    // The machine is asked only where it has something to do: most strings are short and flat.
    if !string.isFlat { string.flatten(machine.heap) }
    if string.count >= 32 { try machine.charge(string.count / 32) }
    if bytes.count + units.count + string.count > StringCell.maximumLength {
      throw RunFailure(.memory, "RangeError: Invalid string length")
    }
    append(0x22)
    if string.isASCII {
      let source = UnsafeBufferPointer(start: string.bytes, count: string.count)
      if !isWide, source.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: source)
      } else {
        for byte in source { escape(UInt16(byte)) }
      }
    } else {
      widen()
      for index in 0..<string.count {
        let unit = string.unit(index)
        if unit & 0xF800 == 0xD800, !string.isPaired(index) {
          appendEscape(unit)
        } else {
          escape(unit)
        }
      }
    }
    append(0x22)
  }

  private mutating func widen() {
    if isWide { return }
    isWide = true
    units = bytes.map { UInt16($0) }
    bytes = []
  }

  private mutating func escape(_ unit: UInt16) {
    switch unit {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0..<0x20: appendEscape(unit)
    case 0..<0x80: append(UInt8(truncatingIfNeeded: unit))
    default: units.append(unit)
    }
  }

  private mutating func appendEscape(_ unit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0x0F)
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension UnsafeMutablePointer<StringCell> {
  /// Whether half a character stands beside its other half.
  fileprivate func isPaired(_ index: Int) -> Bool {
    if unit(index) & 0xFC00 == 0xD800 {
      return index + 1 < count && unit(index + 1) & 0xFC00 == 0xDC00
    }
    return index > 0 && unit(index - 1) & 0xFC00 == 0xD800
  }
}
