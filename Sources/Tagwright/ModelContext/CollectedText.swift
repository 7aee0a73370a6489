/// The output of a command, up to a limit.
final class CollectedText {
  /// Bytes that are kept.
  static let limit = 1 << 20

  private var kept = ""
  private var isCut = false

  /// Adds what was printed, as far as there is room.
  func append(_ piece: String) {
    guard !isCut else { return }
    let room = Self.limit - kept.utf8.count
    guard piece.utf8.count > room else {
      kept += piece
      return
    }
    isCut = true
    let beginning = piece.utf8.prefix(room)
    guard let end = beginning.lastIndex(of: UInt8(ascii: "\n")) else { return }
    kept += piece[...end]
  }

  /// Whole lines, and a word where some are missing.
  var text: String {
    isCut ? kept + "note: the rest is left out, since it has more than 1 MiB\n" : kept
  }
}
