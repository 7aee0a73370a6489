extension String {
  /// Whether this code reads a field of its template: `data.name`, and not the beginning of a longer name.
  package func readsField(_ name: String) -> Bool {
    let read = "data.\(name)".utf8
    var rest = utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "d")) {
      rest = rest[start...]
      if rest.starts(with: read), rest.dropFirst(read.count).first.map(isWord) != true {
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
