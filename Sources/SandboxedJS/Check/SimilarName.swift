/// The name that somebody may have meant.
enum SimilarName {
  /// The nearest of some names, at most a third of the letters away, as a note; `nil` without one.
  static func note(for name: String, among names: some Sequence<String>) -> String? {
    let most = max(1, min(name.utf8.count / 3, 4))
    let nearest = names.lazy
      .filter { $0 != name && abs($0.utf8.count - name.utf8.count) <= most }
      .prefix(1_000)
      .map { (name: $0, distance: distance(name, $0)) }
      .filter { $0.distance <= most }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return nearest.map { "did you mean '\($0.name)'?" }
  }

  /// How many letters have to be added, taken away or changed, no matter their case.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().utf8.prefix(64))
    let right = Array(right.lowercased().utf8.prefix(64))
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
