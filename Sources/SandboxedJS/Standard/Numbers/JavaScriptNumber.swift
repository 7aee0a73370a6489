// Rounding is the C library's, which nothing else here would link.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Numbers as ECMAScript prints, reads and truncates them.
package enum JavaScriptNumber {
  /// The low 32 bits of a number's integral part, as bitwise operators take their operands
  /// (ECMA-262, ToInt32); 0 for what is not finite.
  package static func int32(_ value: Double) -> Int32 {
    if let small = Int32(exactly: value) { return small }
    guard value.isFinite else { return 0 }
    let remainder = value.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
    return Int32(truncatingIfNeeded: Int64(remainder))
  }

  /// The same bits without a sign (ECMA-262, ToUint32).
  package static func uint32(_ value: Double) -> UInt32 {
    UInt32(bitPattern: int32(value))
  }

  /// Whether a scalar is white space or a line end, which `trim` and `Number()` skip.
  package static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}
