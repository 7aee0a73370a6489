/// The text that is searched, as the bytes of its UTF-8 form.
struct RegularExpressionInput {
  let bytes: UnsafeBufferPointer<UInt8>

  var end: Int { bytes.count }

  /// The scalar at a place and how many bytes it has.
  ///
  /// The bytes are those of a Swift string, and so known to be valid; what is cut off is read as
  /// one byte, so that no text can lead beyond its end.
  @inline(__always)
  func scalar(at place: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard place + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[place + offset]) & 0x3F }
    return (scalar, length)
  }

  /// Whether an assertion holds at a place.
  func holds(_ assertion: RegularExpressionAssertion, at place: Int) -> Bool {
    switch assertion {
    case .textStart: place == 0
    case .textEnd: place == end
    case .lineStart: place == 0 || bytes[place - 1] == 0x0A
    case .lineEnd: place == end || bytes[place] == 0x0A
    case .wordBoundary: isWord(place - 1) != isWord(place)
    case .noWordBoundary: isWord(place - 1) == isWord(place)
    }
  }

  private func isWord(_ place: Int) -> Bool {
    guard place >= 0, place < end else { return false }
    switch bytes[place] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      return true
    default: return false
    }
  }

  /// The length of what an instruction takes at a place; `nil` where it takes nothing there.
  @inline(__always)
  func length(
    takenBy instruction: RegularExpressionInstruction, at place: Int, sets: [ScalarSet]
  ) -> Int? {
    guard place < end else { return nil }
    switch instruction {
    case .byte(let byte): return bytes[place] == byte ? 1 : nil
    case .scalar(let scalar):
      let (found, length) = self.scalar(at: place)
      return found == scalar ? length : nil
    case .set(let number):
      let (found, length) = scalar(at: place)
      return sets[number].contains(found) ? length : nil
    case .any: return scalar(at: place).length
    case .anyButLineFeed: return bytes[place] == 0x0A ? nil : scalar(at: place).length
    case .split, .jump, .save, .assert, .lookahead, .match: return nil
    }
  }
}
