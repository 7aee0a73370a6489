/// Names of files: lower-case letters, digits and hyphens, so that every file system keeps them as they are.
enum FileWords {
  /// The words of a text as a name that is not taken yet.
  static func stem(of text: String, except taken: inout Set<String>) -> String {
    let words = text.lowercased().unicodeScalars
      .split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }.joined(separator: "-")
    return taken.insertFree(
      words.isEmpty ? "template" : String(words.prefix(60)), separator: "-")
  }
}
