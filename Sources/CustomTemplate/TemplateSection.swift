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
  /// The text before the first marker, without a byte order mark.
  private(set) var preamble = ""
  private(set) var sections: [TemplateSection] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var textStart = start
    var open: (name: String, line: Int)?
    var line = 1
    let indented = Self.indentedMarkers(bytes)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let name = Self.name(bytes[start..<end]) ?? indented[line] {
        close(open, textStart, start)
        open = (name, line)
        textStart = min(end + 1, bytes.count)
      }
      start = end + 1
      line += 1
    }
    close(open, textStart, bytes.count)
  }

  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    SectionName.markerName(of: line).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The markers with white space before them, by their lines.
  ///
  /// Published files have them. So that no line of a code or a text is taken for one, it is the name of a section that begins
  /// nowhere else in the file, and a blank line stands before it, or at most a comment.
  private static func indentedMarkers(_ bytes: [UInt8]) -> [Int: String] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "_") }) else { return [:] }
    var (seen, candidates): (Set<String>, [(line: Int, name: String)]) = ([], [])
    var isAfterBlank = true
    var rest = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for (index, line) in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if let name = name(text) {
        if text.startIndex == line.startIndex {
          seen.insert(name)
        } else if isAfterBlank || seen.isEmpty, SectionName(rawValue: name) != nil {
          candidates.append((index + 1, name))
        }
      }
      isAfterBlank = text.isEmpty || text.elementsEqual([UInt8(ascii: "\r")])
    }
    return candidates.reduce(into: [:]) { markers, candidate in
      if seen.insert(candidate.name).inserted { markers[candidate.line] = candidate.name }
    }
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
