/// The two forms in which a container is written: they differ in how enumerations are spelt.
package enum Form: Hashable, Sendable {
  /// A file that Tag Manager exports and imports: `CUSTOM_EVENT`.
  case export
  /// An answer of the Tag Manager API v2: `customEvent`.
  case api

  /// `customEvent` as `CUSTOM_EVENT`; a word that is not in lower camel case stays as it is.
  package static func exportWord(fromAPI word: String) -> String {
    guard let first = word.utf8.first, first >= UInt8(ascii: "a") else { return word }
    return rewritten(word) { byte, isFirst in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): .one(byte - 0x20)
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isFirst: .two(UInt8(ascii: "_"), byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: .one(byte)
      default: .foreign
      }
    }
  }

  /// `CUSTOM_EVENT` as `customEvent`; a word that is not in upper case with underscores stays as it is.
  package static func apiWord(fromExport word: String) -> String {
    var startsPart = false
    let result = rewritten(word) { byte, isFirst in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        defer { startsPart = false }
        return .one(startsPart ? byte : byte + 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst:
        startsPart = false
        return .one(byte)
      case UInt8(ascii: "_") where !isFirst && !startsPart:
        startsPart = true
        return .nothing
      default: return .foreign
      }
    }
    return startsPart ? word : result
  }

  /// The bytes that stand for one of a word.
  private enum Replacement {
    case nothing
    case one(UInt8)
    case two(UInt8, UInt8)
    /// A byte that no word of the form has, so that it stays as it is.
    case foreign
  }

  /// A word in another form. It is written in place: a container has hundreds of thousands, most of them short.
  private static func rewritten(
    _ word: String, _ replacement: (_ byte: UInt8, _ isFirst: Bool) -> Replacement
  ) -> String {
    var isForeign = false
    let result = String(unsafeUninitializedCapacity: 2 * word.utf8.count) { bytes in
      var count = 0
      for byte in word.utf8 {
        switch replacement(byte, count == 0) {
        case .nothing: break
        case .one(let first):
          bytes[count] = first
          count += 1
        case .two(let first, let second):
          bytes[count] = first
          bytes[count + 1] = second
          count += 2
        case .foreign:
          isForeign = true
          return 0
        }
      }
      return count
    }
    return isForeign ? word : result
  }
}
