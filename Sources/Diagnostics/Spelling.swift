/// Finds what somebody may have meant.
package enum Spelling {
  /// A note that names the nearest known word, or all of them.
  package static func hint(for word: String, among known: [String]) -> Diagnostic.Note {
    if let nearest = nearest(to: word, among: known) {
      return Diagnostic.Note("did you mean '\(nearest)'?")
    }
    guard !known.isEmpty else { return Diagnostic.Note("there is none yet") }
    let shown = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic.Note("there are \(shown)\(known.count > 12 ? ", …" : "")")
  }

  /// A question that names the nearest known word; `nil` where none is near.
  package static func question(for word: String, among known: some Sequence<String>) -> String? {
    nearest(to: word, among: known).map { "did you mean '\($0)'?" }
  }

  /// The known word with the fewest edits, if they are few for its length.
  ///
  /// Words far from it in length, and known ones beyond the first thousand of like length, are left out, so that
  /// no input takes long.
  package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= longestWord else { return nil }
    var best: (word: String, distance: Int)?
    var compared = 0
    for candidate in known where candidate != word {
      let other = Array(candidate.lowercased().unicodeScalars)
      let most = min(letters.count, other.count) / 3
      guard other.count <= longestWord, abs(other.count - letters.count) <= most else { continue }
      compared += 1
      guard compared <= 1_000 else { break }
      let distance = distance(letters, other)
      guard distance <= most else { continue }
      if let best, (best.distance, best.word) < (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// In Unicode scalars; nobody mistypes longer ones.
  private static let longestWord = 64

  /// The number of letters to insert, remove or replace (Levenshtein).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
