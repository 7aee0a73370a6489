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
  /// A line that may begin a section.
  private struct Marker {
    let name: String
    let line: Int
    let start: Int
    let end: Int
    let isIndented: Bool
  }

  /// The text before the first marker, without a byte order mark.
  private(set) var preamble = ""
  private(set) var sections: [TemplateSection] = []

  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let markers = Self.markers(in: bytes, from: start)
    func text(_ start: Int, upTo next: Int) -> String {
      let end = next < markers.count ? markers[next].start : bytes.count
      return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }
    preamble = text(start, upTo: 0)
    sections = markers.enumerated().map { index, marker in
      TemplateSection(
        name: marker.name, line: marker.line, text: text(marker.end + 1, upTo: index + 1))
    }
  }

  /// The lines that begin a section.
  ///
  /// Published files have markers with white space before them, too. So that no line of a code or a text is taken for one, such
  /// a line is the name of a section that begins nowhere else in the file, and a blank line stands before it, or at most a comment.
  private static func markers(in bytes: [UInt8], from first: Int) -> [Marker] {
    var markers: [Marker] = []
    var (start, before) = (first, first..<first)
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let isIndented = isBlank(bytes[start])
      if isIndented || bytes[start] == UInt8(ascii: "_"),
        let name = SectionName.markerName(of: bytes[start..<end].drop(while: isBlank))
      {
        let name = String(decoding: name, as: UTF8.self)
        let isAfterBlank = bytes[before].allSatisfy { isBlank($0) || $0 == UInt8(ascii: "\r") }
        if !isIndented
          || SectionName(rawValue: name) != nil
            && (isAfterBlank || !markers.contains { !$0.isIndented })
        {
          markers.append(
            Marker(name: name, line: line, start: start, end: end, isIndented: isIndented))
        }
      }
      before = start..<end
      start = end + 1
      line += 1
    }
    var seen = Set(markers.filter { !$0.isIndented }.map(\.name))
    return markers.filter { !$0.isIndented || seen.insert($0.name).inserted }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
