extension Machine {
  /// The value that a JSON text writes; `nil` if it is not JSON.
  func parseJSON(_ text: StringReference) -> Value? {
    if text.isASCII {
      var parser = JSONParser(
        UnsafeMutableBufferPointer(start: text.bytes, count: text.count), machine: self,
        share: { heap, start, count in heap.string(sharing: start, count) })
      return parser.document()
    }
    var parser = JSONParser(
      UnsafeMutableBufferPointer(start: text.units, count: text.count), machine: self,
      share: { heap, start, count in heap.string(sharing: start, count) })
    return parser.document()
  }
}

/// Reads JSON from bytes or UTF-16 units; strings without escapes share the text's memory.
private struct JSONParser<Unit: FixedWidthInteger & UnsignedInteger> {
  private let text: UnsafeMutableBufferPointer<Unit>
  private let machine: Machine
  private let share: (Heap, UnsafeMutablePointer<Unit>, Int) -> StringReference
  private var place = 0
  private var depth = 0

  /// Deeper texts are taken for malformed ones.
  private static var maximumDepth: Int { 256 }

  init(
    _ text: UnsafeMutableBufferPointer<Unit>, machine: Machine,
    share: @escaping (Heap, UnsafeMutablePointer<Unit>, Int) -> StringReference
  ) {
    self.text = text
    self.machine = machine
    self.share = share
  }

  mutating func document() -> Value? {
    guard let result = value() else { return nil }
    skipSpace()
    return place == text.count ? result : nil
  }

  /// The unit at the current place, 0 at the end.
  private var unit: Unit { place < text.count ? text[place] : 0 }

  private mutating func skipSpace() {
    while place < text.count {
      switch text[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  private mutating func value() -> Value? {
    skipSpace()
    switch unit {
    case 0x7B:
      depth += 1
      defer { depth -= 1 }
      return depth > Self.maximumDepth ? nil : object()
    case 0x5B:
      depth += 1
      defer { depth -= 1 }
      return depth > Self.maximumDepth ? nil : array()
    case 0x22: return string().map { Value($0) }
    case 0x74: return word("true", .true)
    case 0x66: return word("false", .false)
    case 0x6E: return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: Value) -> Value? {
    guard text.count - place >= word.utf8CodeUnitCount else { return nil }
    for index in 0..<word.utf8CodeUnitCount
    where text[place + index] != Unit(word.utf8Start[index]) {
      return nil
    }
    place += word.utf8CodeUnitCount
    return value
  }

  private mutating func accept(_ mark: Unit) -> Bool {
    skipSpace()
    guard unit == mark, place < text.count else { return false }
    place += 1
    return true
  }

  private mutating func object() -> Value? {
    place += 1
    let object = machine.makeObject()
    if accept(0x7D) { return Value(object) }
    repeat {
      skipSpace()
      guard unit == 0x22, let key = string(), accept(0x3A), let value = value() else {
        return nil
      }
      object.set(machine.atom(key), value, machine.heap)
    } while accept(0x2C)
    return accept(0x7D) ? Value(object) : nil
  }

  private mutating func array() -> Value? {
    place += 1
    let array = machine.heap.array(capacity: 4)
    if accept(0x5D) { return Value(array) }
    repeat {
      guard let value = value() else { return nil }
      array.append(value, machine.heap)
    } while accept(0x2C)
    return accept(0x5D) ? Value(array) : nil
  }

  // MARK: Strings

  private mutating func string() -> StringReference? {
    place += 1
    let start = place
    while place < text.count {
      switch text[place] {
      case 0x22:
        place += 1
        guard let base = text.baseAddress else { return machine.heap.empty }
        return place - 1 == start
          ? machine.heap.empty : share(machine.heap, base + start, place - 1 - start)
      case 0x5C: return escapedString(from: start)
      case 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }

  private mutating func escapedString(from start: Int) -> StringReference? {
    var units = text[start..<place].map { UInt16($0) }
    while place < text.count {
      let unit = text[place]
      place += 1
      switch unit {
      case 0x22: return machine.heap.string(units: units)
      case 0..<0x20: return nil
      case 0x5C:
        guard let escaped = escape() else { return nil }
        units.append(escaped)
      default: units.append(UInt16(unit))
      }
    }
    return nil
  }

  private mutating func escape() -> UInt16? {
    let mark = unit
    place += 1
    switch mark {
    case 0x22, 0x5C, 0x2F: return UInt16(mark)
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x75:
      var value: UInt16 = 0
      for _ in 0..<4 {
        guard let byte = UInt8(exactly: unit), byte.isHexadecimalDigit else { return nil }
        value = value << 4 | UInt16(byte.isDigit ? byte & 0x0F : (byte & 0x0F) + 9)
        place += 1
      }
      return value
    default: return nil
    }
  }

  // MARK: Numbers

  private mutating func number() -> Value? {
    let start = place
    if unit == 0x2D { place += 1 }
    let whole = place
    guard skipDigits() else { return nil }
    if text[whole] == 0x30, place - whole > 1 { return nil }
    let isInteger = unit != 0x2E && unit | 0x20 != 0x65
    if isInteger, place - whole < 16 {
      var value = 0
      for index in whole..<place { value = value * 10 + Int(text[index] & 0x0F) }
      return Value(whole > start ? -Double(value) : Double(value))
    }
    if unit == 0x2E {
      place += 1
      guard skipDigits() else { return nil }
    }
    if unit | 0x20 == 0x65 {
      place += 1
      if unit == 0x2B || unit == 0x2D { place += 1 }
      guard skipDigits() else { return nil }
    }
    let bytes = text[start..<place].map { UInt8(truncatingIfNeeded: $0) }
    return Double(String(decoding: bytes, as: UTF8.self)).map { Value($0) }
  }

  private mutating func skipDigits() -> Bool {
    let start = place
    while place < text.count, text[place] >= 0x30, text[place] <= 0x39 { place += 1 }
    return place > start
  }
}
