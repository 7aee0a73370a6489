/// The two forms in which a container is written: they differ in how enumerations are spelt.
package enum Form: Hashable, Sendable {
  /// A file that Tag Manager exports and imports: `CUSTOM_EVENT`.
  case export
  /// An answer of the Tag Manager API v2: `customEvent`.
  case api

  /// `customEvent` as `CUSTOM_EVENT`; a word that is not in lower camel case stays as it is.
  package static func exportWord(fromAPI word: String) -> String {
    guard let first = word.utf8.first, first >= UInt8(ascii: "a") else { return word }
    var result: [UInt8] = []
    result.reserveCapacity(word.utf8.count + 4)
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): result.append(byte - 0x20)
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !result.isEmpty:
        result.append(UInt8(ascii: "_"))
        result.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !result.isEmpty: result.append(byte)
      default: return word
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `CUSTOM_EVENT` as `customEvent`; a word that is not in upper case with underscores stays as it is.
  package static func apiWord(fromExport word: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(word.utf8.count)
    var startsPart = false
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        result.append(startsPart ? byte : byte + 0x20)
        startsPart = false
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !result.isEmpty:
        result.append(byte)
        startsPart = false
      case UInt8(ascii: "_") where !result.isEmpty && !startsPart: startsPart = true
      default: return word
      }
    }
    return startsPart ? word : String(decoding: result, as: UTF8.self)
  }
}
