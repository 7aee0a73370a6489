/// A section of a template file, as it stands in the file.
package struct TemplateSection: Hashable, Sendable {
  /// The name without its underscores.
  package let name: String
  /// The line of the marker, counted from 1.
  package let line: Int
  /// Everything between the marker's line and the next marker, line ends as they were.
  package let text: String

  /// The name, if the format is known to have the section.
  package var knownName: SectionName? { SectionName(rawValue: name) }

  /// The text with LF line ends.
  var unixText: String { text.withUnixLineEnds }

  /// The text with LF line ends, without the blank lines that Google Tag Manager puts around it: one before, three
  /// line ends after.
  package var body: String {
    var body = unixText.utf8[...]
    if body.first == UInt8(ascii: "\n") { body.removeFirst() }
    for _ in 0..<3 where body.last == UInt8(ascii: "\n") { body.removeLast() }
    return String(Substring(body))
  }

  /// The line of the file on which `body` begins.
  package var bodyLine: Int {
    let isBlank = text.utf8.first == UInt8(ascii: "\n") || text.utf8.starts(with: "\r\n".utf8)
    return isBlank ? line + 2 : line + 1
  }
}

extension String {
  /// The text without the CRs that stand before an LF or at its end; others stay, for they end no line here.
  var withUnixLineEnds: String {
    guard has("\r") else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == UInt8(ascii: "\n") { Self.dropCarriageReturns(&bytes) }
      bytes.append(byte)
    }
    Self.dropCarriageReturns(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether an ASCII character stands in it.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: scalar)
    return utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }

  private static func dropCarriageReturns(_ bytes: inout [UInt8]) {
    while bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
  }
}

/// Cuts a template file into its sections.
struct SectionSplitter {
  private let bytes: [UInt8]
  /// What stands before the first marker, a byte order mark left out.
  private(set) var preamble = ""
  private(set) var sections: [TemplateSection] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var textStart = start
    var open: (name: String, line: Int)?
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let name = Self.name(bytes[start..<end], isFirst: open == nil) {
        close(open, textStart, start)
        open = (name, line)
        textStart = min(end + 1, bytes.count)
      }
      start = end + 1
      line += 1
    }
    close(open, textStart, bytes.count)
  }

  /// Only the first marker may be indented: a published file has it so, and code cannot be meant there.
  private static func name(_ line: ArraySlice<UInt8>, isFirst: Bool) -> String? {
    let text = isFirst ? line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } : line
    return SectionName.markerName(of: text).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func close(_ open: (name: String, line: Int)?, _ start: Int, _ end: Int) {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let open else {
      preamble = text
      return
    }
    sections.append(TemplateSection(name: open.name, line: open.line, text: text))
  }
}
