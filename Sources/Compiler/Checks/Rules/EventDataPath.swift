import TagwrightPlan

extension Rule {
  /// A path with a gap leads nowhere.
  static let eventDataPath = Rule(
    error: "event-data-path",
    "an invalid path of the event data",
    documentation: """
      Event data is addressed by keys and indexes with one dot between them: 'items.0.item_id'. Brackets are not read, and
      an empty key fits nothing.
      """,
    wrong: .events(
      """
      On("search", send: .search(query: .eventData("items[0].item_id")))
      """),
    right: .events(
      """
      On("search", send: .search(query: .eventData("items.0.item_id")))
      """),
    check: .each(\.sources) { used, _ in
      guard case .eventData(let path) = used.value.source.kind else { return [] }
      if path.hasKeysBetweenDots { return [] }
      let mended = path.split { ".[]".contains($0) }.joined(separator: ".")
      return [
        Finding(
          "'\(path)' is not a path of the event data", at: used.place,
          mend: mended.isEmpty
            ? "name a key, such as 'value'"
            : "write keys and indexes with one dot between: '\(mended)'")
      ]
    })
}

extension String {
  /// Whether a key stands before, between and behind its dots, and no brackets anywhere.
  fileprivate var hasKeysBetweenDots: Bool {
    let dot = UInt8(ascii: ".")
    var previous = dot
    for byte in utf8 {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { return false }
      if byte == dot, previous == dot { return false }
      previous = byte
    }
    return previous != dot
  }
}
