/// The text of a name that the machine knows, made once for the strings of all runs, which neither change nor free it.
struct WellKnownText: @unchecked Sendable {
  let name: WellKnownName
  let bytes: UnsafeMutablePointer<UInt8>
  let count: Int
  /// As ``AtomTable/hash(_:)`` makes it.
  let hash: UInt32

  /// The texts, by raw value.
  static let all = WellKnownName.allCases.map(WellKnownText.init)

  private init(_ name: WellKnownName) {
    self.name = name
    let text = Array(name.text.utf8)
    bytes = .allocate(capacity: max(text.count, 1))
    bytes.initialize(from: text, count: text.count)
    count = text.count
    hash = AtomTable.hash(text)
  }
}
