import SandboxedJS

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ScriptValue {
  /// The value as text, as JavaScript's `String()` makes it: `undefined`, `[object Object]`, elements joined by commas.
  var asText: String {
    switch self {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value)
    case .string(let text): text
    case .array(let elements):
      elements.map { element in
        switch element {
        case .undefined, .null: ""
        default: element.asText
        }
      }.joined(separator: ",")
    case .object: "[object Object]"
    case .function: "function"
    }
  }

  /// The value as a number, as JavaScript's `Number()` makes it.
  var asNumber: Double {
    switch self {
    case .undefined, .function: .nan
    case .null: 0
    case .boolean(let value): value ? 1 : 0
    case .number(let value): value
    case .string(let text): JavaScriptNumber.value(text)
    case .array, .object: JavaScriptNumber.value(asText)
    }
  }
}

extension String {
  /// Whether the other text stands somewhere in this one, code by code.
  package func containsText(_ other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { other in
        guard let first = other.baseAddress, other.count > 0 else { return true }
        guard var place = text.baseAddress else { return false }
        var left = text.count
        while left >= other.count {
          guard let found = memchr(place, Int32(first.pointee), left - other.count + 1) else {
            return false
          }
          let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
          if memcmp(start, first, other.count) == 0 { return true }
          left -= start - place + 1
          place = start + 1
        }
        return false
      }
    }
  }
}
