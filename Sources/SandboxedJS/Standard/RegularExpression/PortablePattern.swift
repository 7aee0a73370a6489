/// The limits within which a pattern means the same in RE2, which Tag Manager's `createRegex`
/// takes, and in JavaScript.
package enum PortablePattern {
  /// Describes the part that means something else in the other language, or nothing; `nil` for a
  /// pattern that means the same in both.
  ///
  /// Stricter than need be where that keeps it simple: no class of characters by a letter, no `.`, nothing outside the
  /// Basic Multilingual Plane.
  package static func difference(in pattern: String) -> String? {
    let scalars = Array(pattern.unicodeScalars)
    var index = 0
    var classStart: Int?
    func peek(_ offset: Int) -> Unicode.Scalar? {
      scalars.indices.contains(index + offset) ? scalars[index + offset] : nil
    }
    while let scalar = peek(0) {
      if scalar.value > 0xFFFF { return "'\(scalar)' is two characters in JavaScript" }
      if scalar == "\\" {
        guard let next = peek(1) else { return "'\\' ends the pattern" }
        guard next.isASCII, !next.properties.isAlphabetic, next.properties.numericType == nil else {
          return "'\\\(next)' differs: write the characters themselves"
        }
        index += 2
        continue
      }
      if let start = classStart {
        if scalar == "]", index == start { return "'[]' is empty in JavaScript: write '\\]'" }
        if scalar == "[", peek(1) == ":" { return "'[:' begins a class in RE2 alone" }
        if scalar == "]" { classStart = nil }
      } else {
        switch scalar {
        case "[": classStart = index + (peek(1) == "^" ? 2 : 1)
        case ".": return "'.' takes other line breaks in RE2: write '[^\\n]' or '[.]'"
        case "(" where peek(1) == "?" && peek(2) != ":": return "'(?' stands for ':' alone in both"
        case "{", "}":
          guard let bounds = bounds(scalars[index...]), scalar == "{" else {
            return "'\(scalar)' by itself: write '[\(scalar)]'"
          }
          index += bounds
        default: break
        }
      }
      if classStart.map({ $0 > index }) == true, peek(1) == "^" { index += 1 }
      index += 1
    }
    return classStart == nil ? nil : "'[' is never closed"
  }

  /// Counts the characters after the `{` of bounds such as `{2}`, `{2,}` and `{2,4}`.
  private static func bounds(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let inner = scalars.dropFirst().prefix { $0 != "}" }
    let numbers = inner.split(separator: ",", omittingEmptySubsequences: false)
    guard inner.endIndex < scalars.endIndex, (1...2).contains(numbers.count),
      !numbers[0].isEmpty,
      numbers.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return inner.count + 1
  }
}
