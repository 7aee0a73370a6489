extension JSONReader {
  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// A description of the whole text, where it is plainly something other than JSON.
  var obviouslyOther: String? {
    guard index < bytes.count else {
      return bytes.isEmpty ? "an empty text" : "only white space"
    }
    // Nothing else begins as nearly all JSON does.
    if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") { return nil }
    let known: [(start: [UInt8], kind: String)] = [
      (Array("PK\u{3}\u{4}".utf8), "a zip archive: unpack it first"),
      ([0x1F, 0x8B], "data packed with gzip: unpack it first"),
      (Array("%PDF-".utf8), "a PDF document"),
      ([0xFF, 0xFE], "UTF-16 text: save it as UTF-8"),
      ([0xFE, 0xFF], "UTF-16 text: save it as UTF-8"),
      (Array("___".utf8), "what looks like a custom template (a '.tpl' file)"),
    ]
    if let match = known.first(where: { bytes[index...].starts(with: $0.start) }) {
      return match.kind
    }
    guard bytes[index] == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: bytes[index...].prefix(256), as: UTF8.self).lowercased()
    let page = head.hasPrefix("<!doctype html") || head.contains("<html")
    return page ? "an HTML page: was a login page saved instead of the file?" : "markup ('<')"
  }
}
