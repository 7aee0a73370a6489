/// Short texts as they were read lately: a container says `type`, `key` and `TEMPLATE` thousands of times, and each
/// such text is made once and then only found.
struct ShortTexts: ~Copyable {
  /// A text, and its bytes as two words, the second with their number on top.
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var text = ""
  }

  /// A Swift string keeps so many bytes in itself, without memory of its own.
  private static let greatestLength = 15
  private static let count = 128

  /// In a document shorter than this, hardly any text is there twice.
  private static let shortestDocument = 1 << 12

  private let entries: UnsafeMutablePointer<Entry>?

  /// - Parameter length: that of the document, in bytes.
  init(ofDocument length: Int) {
    entries = length < Self.shortestDocument ? nil : .allocate(capacity: Self.count)
    entries?.initialize(repeating: Entry(), count: Self.count)
  }

  deinit {
    entries?.deinitialize(count: Self.count)
    entries?.deallocate()
  }

  /// The text of well-formed UTF-8.
  @inline(__always) func text(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> String {
    let length = end - start
    // Both words are loaded whole, whatever stands behind the text.
    guard let entries, length <= Self.greatestLength, length > 0, start + 16 <= bytes.count else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
    let source = UnsafeRawBufferPointer(bytes)
    var low = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    var high: UInt64 = 0
    if length < 8 {
      low &= 1 &<< UInt64(length &* 8) &- 1
    } else {
      high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
      high &= 1 &<< UInt64((length &- 8) &* 8) &- 1
    }
    high |= UInt64(length) &<< 56
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    let entry = entries + Int(mixed &>> 57)
    if entry.pointee.low == low, entry.pointee.high == high { return entry.pointee.text }
    return make(entry, low, high, UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  @inline(never) private func make(
    _ entry: UnsafeMutablePointer<Entry>, _ low: UInt64, _ high: UInt64,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    entry.pointee = Entry(low: low, high: high, text: text)
    return text
  }
}
