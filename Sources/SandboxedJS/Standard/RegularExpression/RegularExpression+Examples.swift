extension RegularExpression {
  /// Texts in which a pattern is found, as short as its parts allow: one for each of its alternatives, up to a number.
  ///
  /// None where the pattern is invalid, or where no text was found that its assertions allow.
  package static func examples(
    of pattern: String, ignoresCase: Bool = false, atMost count: Int = 8
  ) -> [String] {
    var parser = RegularExpressionParser(pattern, ignoresCase: ignoresCase)
    guard let syntax = try? parser.parse(),
      let expression = try? RegularExpression(pattern, ignoresCase: ignoresCase)
    else { return [] }
    // More than are wanted, as assertions may refuse some of them.
    let texts = syntax.examples(atMost: 4 * count).map { scalars in
      var text = ""
      for scalar in scalars { text.unicodeScalars.append(scalar) }
      return text
    }
    var seen: Set<String> = []
    let found = texts.filter { text in
      var budget = 100_000
      return !text.isEmpty && seen.insert(text).inserted
        && (try? expression.firstMatch(in: text, budget: &budget)) != nil
    }
    return Array(found.prefix(count))
  }
}

extension RegularExpressionSyntax {
  /// Lists of scalars that fit, as far as assertions do not matter.
  fileprivate func examples(atMost count: Int) -> [[Unicode.Scalar]] {
    switch self {
    case .empty, .assertion, .ahead: [[]]
    case .scalar(let scalar): [[Unicode.Scalar(scalar) ?? "a"]]
    case .set(let set): set.example.map { [[$0]] } ?? []
    case .any: [["a"]]
    case .group(let inner, index: _): inner.examples(atMost: count)
    case .sequence(let parts):
      parts.reduce([[]]) { starts, part in
        let ends = part.examples(atMost: count)
        return Array(starts.flatMap { start in ends.map { start + $0 } }.prefix(count))
      }
    case .alternatives(let parts):
      Array(parts.flatMap { $0.examples(atMost: count) }.prefix(count))
    case .repetition(let inner, let minimum, let maximum, _):
      // Once at least, where that is allowed: the empty text says least.
      (minimum == 0 ? [min(1, maximum ?? 1), 0] : [minimum]).flatMap { times in
        times == 0
          ? [[]]
          : inner.examples(atMost: count).map { text in
            Array(repeatElement(text, count: times).joined())
          }
      }
    }
  }
}

extension ScalarSet {
  /// A scalar that the class matches, one that an address can have before any other.
  fileprivate var example: Unicode.Scalar? {
    let plain = "a1A-/_.=&? ".unicodeScalars
    return plain.first { contains($0.value) }
      ?? (0x21...0x2FF).lazy.first { contains($0) }.flatMap { Unicode.Scalar($0) }
      ?? (0x300...0xFFFF).lazy.first { contains($0) }.flatMap { Unicode.Scalar($0) }
  }
}
