/// Finds what somebody may have meant.
package enum Spelling {
  /// A note that names the nearest known word, or all of them.
  package static func hint(for word: String, among known: [String]) -> Diagnostic.Note {
    if let nearest = nearest(to: word, among: known) {
      return Diagnostic.Note(question(for: nearest))
    }
    return list(of: known)
  }

  /// A note that names all known words.
  package static func list(of known: [String]) -> Diagnostic.Note {
    guard !known.isEmpty else { return Diagnostic.Note("there is none yet") }
    let shown = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic.Note("there are \(shown)\(known.count > 12 ? ", …" : "")")
  }

  /// A question that names the nearest known word; `nil` where none is near.
  package static func question(for word: String, among known: some Sequence<String>) -> String? {
    nearest(to: word, among: known).map(question)
  }

  /// The question whether a word is meant.
  package static func question(for nearest: String) -> String { "did you mean '\(nearest)'?" }

  /// The known word with the fewest edits, if they are few for its length.
  package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    Words(known).nearest(to: word)
  }
}

extension Spelling {
  /// Known words, for questions about several others.
  package struct Words: Sendable {
    private let words: [Letters]

    package init(_ known: some Sequence<String>) {
      words = known.compactMap { Letters($0) }
    }

    /// The word with the fewest edits, if they are few for its length.
    ///
    /// Words far from it in length, and known ones beyond the first thousand of like length, are left out, so that
    /// no input takes long.
    package func nearest(to word: String) -> String? {
      guard let wanted = Letters(word) else { return nil }
      var best: (word: String, distance: Int)?
      var compared = 0
      for candidate in words where candidate.word != word {
        let most = min(wanted.scalars.count, candidate.scalars.count) / 3
        guard abs(candidate.scalars.count - wanted.scalars.count) <= most else { continue }
        compared += 1
        guard compared <= 1_000 else { break }
        guard let distance = wanted.distance(to: candidate, atMost: most) else { continue }
        if let best, (best.distance, best.word) < (distance, candidate.word) { continue }
        best = (candidate.word, distance)
      }
      return best?.word
    }
  }
}

/// A word in lower case, letter by letter.
private struct Letters {
  let word: String
  let scalars: [UInt32]
  /// A bit for each of the letters, of which some share one.
  private let marks: UInt64

  /// In Unicode scalars; nobody mistypes longer ones.
  private static let longestWord = 64

  /// - Returns: `nil` for a word that is too long.
  init?(_ word: String) {
    self.word = word
    scalars = word.lowercased().unicodeScalars.map(\.value)
    guard scalars.count <= Self.longestWord else { return nil }
    var marks: UInt64 = 0
    for scalar in scalars { marks |= 1 << UInt64(scalar % 64) }
    self.marks = marks
  }

  /// The number of letters to insert, remove or replace (Levenshtein); `nil` for more than are asked for.
  func distance(to other: Letters, atMost most: Int) -> Int? {
    // Each letter that only one of them has is an edit.
    let missing = max(
      (marks & ~other.marks).nonzeroBitCount, (other.marks & ~marks).nonzeroBitCount)
    guard missing <= most else { return nil }
    let (left, right) = (scalars, other.scalars)
    var row = Array(0...right.count)
    var i = 0
    while i < left.count {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      var j = 0
      while j < right.count {
        var next = diagonal + (left[i] == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        if diagonal < next { next = diagonal + 1 }
        if row[j] < next { next = row[j] + 1 }
        row[j + 1] = next
        if next < least { least = next }
        j += 1
      }
      guard least <= most else { return nil }
      i += 1
    }
    return row[right.count] <= most ? row[right.count] : nil
  }
}
