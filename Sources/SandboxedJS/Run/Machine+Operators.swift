#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Machine {
  // MARK: Conversions

  /// A value as a number.
  @inline(__always) func number(_ value: Value) throws(RunFailure) -> Double {
    value.isNumber ? value.number : try convertToNumber(value)
  }

  @inline(never) private func convertToNumber(_ value: Value) throws(RunFailure) -> Double {
    switch value.tag {
    case .constant:
      return value.isUndefined || value.isHole ? .nan : value.bits == Value.true.bits ? 1 : 0
    case .string: return number(value.string)
    default: return number(try string(value))
    }
  }

  private func number(_ string: StringReference) -> Double {
    string.flatten(heap)
    if string.isASCII, string.count > 0, string.count < 16 {
      var integer = 0
      for index in 0..<string.count {
        guard string.bytes[index].isDigit else { return JavaScriptNumber.value(string.text(heap)) }
        integer = integer * 10 + Int(string.bytes[index] & 0x0F)
      }
      return Double(integer)
    }
    return JavaScriptNumber.value(string.text(heap))
  }

  /// A value as an integer of 32 bits.
  @inline(__always) func integer(_ value: Value) throws(RunFailure) -> Int32 {
    let number = try number(value)
    if number >= -2_147_483_648, number <= 2_147_483_647 { return Int32(number) }
    return JavaScriptNumber.int32(number)
  }

  /// A value as a string.
  @inline(__always) func string(_ value: Value) throws(RunFailure) -> StringReference {
    value.isString ? value.string : try convertToString(value)
  }

  @inline(never) private func convertToString(
    _ value: Value
  ) throws(RunFailure) -> StringReference {
    if value.isNumber { return string(number: value.number) }
    switch value.tag {
    case .constant:
      if value.isUndefined || value.isHole { return atom(.undefined) }
      return heap.string(value.isNull ? "null" : value.isTruthy ? "true" : "false")
    case .string: return value.string
    case .array: return try join(value.array, separator: heap.string(","))
    case .function: return heap.string("function() { [code] }")
    case .promise: return heap.string("[object Promise]")
    default: return heap.string("[object Object]")
    }
  }

  /// The text of a number.
  func string(number: Double) -> StringReference {
    if number >= 0, number <= 4_294_967_295, let integer = UInt32(exactly: number) {
      if integer < 10 { return heap.character(UInt8(truncatingIfNeeded: 0x30 + integer)) }
      return heap.string(integer: integer)
    }
    return heap.string(JavaScriptNumber.text(number))
  }

  // MARK: Operators

  @inline(never) func add(_ left: Value, _ right: Value) throws(RunFailure) -> Value {
    if !left.isString, !right.isString, !left.isReference, !right.isReference {
      return Value(try number(left) + number(right))
    }
    if left.isString, right.isNumber,
      let joined = heap.join(left.string, integer: right.number)
    {
      return Value(joined)
    }
    guard let joined = heap.join(try string(left), try string(right)) else {
      throw RunFailure(.memory, "RangeError: Invalid string length")
    }
    return Value(joined)
  }

  @inline(__always) static func remainder(_ left: Double, _ right: Double) -> Double {
    if left >= 0, right > 0, left <= 9_007_199_254_740_991, right <= 9_007_199_254_740_991 {
      let (dividend, divisor) = (Int(left), Int(right))
      if Double(dividend) == left, Double(divisor) == right {
        return Double(dividend % divisor)
      }
    }
    return fmod(left, right)
  }

  /// `===`.
  @inline(__always) func identical(_ left: Value, _ right: Value) -> Bool {
    if left.isNumber { return right.isNumber && left.number == right.number }
    if left.bits == right.bits { return true }
    return left.isString && right.isString && left.string.equals(right.string, heap)
  }

  /// `==`.
  @inline(never) func equal(_ left: Value, _ right: Value) throws(RunFailure) -> Bool {
    if left.isNumber, right.isNumber { return left.number == right.number }
    if left.isString, right.isString { return left.string.equals(right.string, heap) }
    if left.isNullish || right.isNullish { return left.isNullish && right.isNullish }
    if left.isReference, right.isReference { return left.bits == right.bits }
    if left.isBoolean, right.isBoolean { return left.bits == right.bits }
    if left.isReference, right.isString {
      return (try string(left)).equals(right.string, heap)
    }
    if right.isReference, left.isString {
      return (try string(right)).equals(left.string, heap)
    }
    return try number(left) == number(right)
  }

  /// `<`.
  @inline(never) func less(_ left: Value, _ right: Value) throws(RunFailure) -> Bool {
    let (left, right) = (try primitive(left), try primitive(right))
    if left.isString, right.isString { return left.string.precedes(right.string, heap) }
    return try number(left) < number(right)
  }

  /// `<=`.
  @inline(never) func lessOrEqual(_ left: Value, _ right: Value) throws(RunFailure) -> Bool {
    let (left, right) = (try primitive(left), try primitive(right))
    if left.isString, right.isString { return !right.string.precedes(left.string, heap) }
    return try number(left) <= number(right)
  }

  private func primitive(_ value: Value) throws(RunFailure) -> Value {
    value.isReference ? Value(try string(value)) : value
  }

  /// The character that `for … of` gives at an index, where two units can make one character.
  @inline(never) func nextCharacter(
    _ string: StringReference, _ index: Int, _ state: inout Value
  ) -> Value {
    string.flatten(heap)
    let unit = string.unit(index)
    if unit & 0xFC00 == 0xD800, index + 1 < string.count,
      string.unit(index + 1) & 0xFC00 == 0xDC00
    {
      state = Value(index + 2)
      return Value(heap.substring(string, index, index + 2))
    }
    return Value(heap.string(unit: unit))
  }
}
