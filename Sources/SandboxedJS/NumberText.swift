#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The text of a number, as JavaScript prints it.
func numberText(_ value: Double) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
  if let integer = Int(exactly: value), integer.magnitude < 1 << 53 { return String(integer) }
  return "\(value)"
}
