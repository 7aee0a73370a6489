import JSONText

/// The differences between the lines of two texts.
package struct LineDifference: Hashable, Sendable {
  /// Lines that follow each other and were replaced by others.
  package struct Hunk: Hashable, Sendable {
    /// The first line of the old text that it is about, counted from 1.
    package let oldLine: Int
    /// The first line of the new text that it is about, counted from 1.
    package let newLine: Int
    /// The lines of the old text.
    package let removed: [String]
    /// The lines of the new text.
    package let added: [String]
  }

  /// The places that differ, in order.
  package let hunks: [Hunk]

  /// The number of lines that were added.
  package var addedCount: Int { hunks.reduce(0) { $0 + $1.added.count } }
  /// The number of lines that were removed.
  package var removedCount: Int { hunks.reduce(0) { $0 + $1.removed.count } }

  /// Compares two texts; lines end in LF.
  init(_ old: String, _ new: String) {
    var numbers: [ExactText: Int] = [:]
    func lines(_ text: String) -> (texts: [Substring], numbers: [Int]) {
      let texts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map(Substring.init)
      return (
        texts,
        texts.map { line in
          let key = ExactText(text: String(line))
          let number = numbers[key] ?? numbers.count
          numbers[key] = number
          return number
        }
      )
    }
    let (oldLines, oldNumbers) = lines(old)
    let (newLines, newNumbers) = lines(new)
    let pairs = Alignment(oldNumbers, newNumbers).pairs + [(oldLines.count, newLines.count)]
    var hunks: [Hunk] = []
    var place = (old: 0, new: 0)
    for pair in pairs {
      if pair.old > place.old || pair.new > place.new {
        hunks.append(
          Hunk(
            oldLine: place.old + 1, newLine: place.new + 1,
            removed: oldLines[place.old..<pair.old].map(String.init),
            added: newLines[place.new..<pair.new].map(String.init)))
      }
      place = (pair.old + 1, pair.new + 1)
    }
    self.hunks = hunks
  }
}

/// A text that equals another only byte for byte.
struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
