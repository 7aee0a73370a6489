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

  /// The known word with the fewest edits, if they are few for its length.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let distances = known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
    let best = distances.min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let best, best.1 <= min(word.count, best.0.count) / 3 else { return nil }
    return best.0
  }

  /// The number of letters to insert, remove or replace (Levenshtein).
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
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
