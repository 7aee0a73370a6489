import JSONText
import TestSupport

extension SeededGenerator {
  /// A value with all kinds of numbers and texts in it.
  mutating func json(depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth < 5 ? 9 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .number(number())
    case 3, 4: return .string(text())
    case 5, 6:
      return .array((0..<Int.random(in: 0..<6, using: &self)).map { _ in json(depth: depth + 1) })
    default:
      var object = JSONObject()
      for index in 0..<Int.random(in: 0..<24, using: &self) {
        object[text() + "\(index)"] = json(depth: depth + 2)
      }
      return .object(object)
    }
  }

  /// A number that is written as Python writes it, too.
  mutating func number() -> JSONNumber {
    let whole = Int.random(in: -1_000_000...1_000_000, using: &self)
    switch Int.random(in: 0..<3, using: &self) {
    case 0: return JSONNumber(whole)
    case 1: return JSONNumber(unchecked: "\(whole).\(Int.random(in: 1...9, using: &self))")
    default: return JSONNumber(unchecked: "\(Int.max)\(abs(whole))")
    }
  }

  mutating func text() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x20...0x7F, 0x80...0x7FF, 0x2020...0x2030, 0x10000...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<24, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
