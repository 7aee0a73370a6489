/// A Swift expression, laid out when it is printed: on one line where it fits, else an argument or an element a line.
indirect enum SwiftExpression {
  /// An argument of a call, with its label.
  struct Argument {
    let label: String?
    let value: SwiftExpression

    init(_ label: String?, _ value: SwiftExpression) {
      self.label = label
      self.value = value
    }
  }

  /// A word, a number, a name.
  case word(String)
  /// A string literal.
  case string(String)
  case array([SwiftExpression])
  /// Pairs in brackets.
  case pairs([(SwiftExpression, SwiftExpression)])
  case call(String, [Argument])
  /// A call of a method on an expression.
  case method(SwiftExpression, String, [Argument])
  /// A left side, an operator, and a right side.
  case comparison(SwiftExpression, String, SwiftExpression)
  case negation(SwiftExpression)
  /// A call with blocks behind it, the first without its label.
  case closures(SwiftExpression, [Block])

  /// A block of lines behind a call.
  struct Block {
    let label: String?
    let lines: [SwiftExpression]

    init(_ label: String?, _ lines: [SwiftExpression]) {
      self.label = label
      self.lines = lines
    }
  }
}

extension SwiftExpression {
  private static let width = 100

  /// The source text; the first line begins in a column, the others are indented.
  ///
  /// - Parameters:
  ///   - indent: the spaces before the first line.
  ///   - used: what stands on that line already, and what follows the expression on its last one.
  func text(indent: Int, used: Int = 0) -> String {
    if let flat, indent + used + flat.utf8.count <= Self.width { return flat }
    switch self {
    case .word(let text): return text
    case .string(let text): return Self.block(text, indent: indent) ?? SwiftText.literal(text)
    case .array(let elements):
      return Self.broken("[", elements.map { Argument(nil, $0) }, "]", indent, trailing: ",")
    case .pairs(let pairs):
      let lines = pairs.map { pair in
        let key = pair.0.text(indent: indent + 2)
        return Self.spaces(indent + 2) + key + ": "
          + pair.1.text(indent: indent + 2, used: key.utf8.count + 3)
      }
      return "[\n" + lines.joined(separator: ",\n") + ",\n\(Self.spaces(indent))]"
    case .call(let name, let arguments): return Self.broken("\(name)(", arguments, ")", indent)
    case .method(let base, let name, let arguments):
      if let start = base.flat, start.utf8.count < 60 {
        return Self.broken("\(start).\(name)(", arguments, ")", indent)
      }
      let start = base.text(indent: indent)
      let flat = Self.flat("\n\(Self.spaces(indent)).\(name)(", arguments, ")")
      if let flat, flat.utf8.count <= Self.width { return start + flat }
      return start + Self.broken("\n\(Self.spaces(indent)).\(name)(", arguments, ")", indent)
    case .comparison(let left, let sign, let right):
      return "\(left.text(indent: indent)) \(sign) \(right.text(indent: indent))"
    case .negation(let expression): return "!" + expression.text(indent: indent, used: used + 1)
    case .closures(let call, let blocks): return Self.closures(call, blocks, indent, used)
    }
  }

  /// The text on one line; `nil` where a string has several.
  private var flat: String? {
    switch self {
    case .word(let text): text
    case .string(let text): Self.isBlock(text) ? nil : SwiftText.literal(text)
    case .array(let elements): Self.flat("[", elements.map { Argument(nil, $0) }, "]")
    case .pairs(let pairs):
      pairs.isEmpty
        ? "[:]"
        : pairs.count > 1
          ? nil
          : pairs[0].0.flat.flatMap { key in pairs[0].1.flat.map { "[\(key): \($0)]" } }
    case .call(let name, let arguments): Self.flat("\(name)(", arguments, ")")
    case .method(let base, let name, let arguments):
      base.flat.flatMap { start in Self.flat("\(start).\(name)(", arguments, ")") }
    case .comparison(let left, let sign, let right):
      left.flat.flatMap { left in right.flat.map { "\(left) \(sign) \($0)" } }
    case .negation(let expression): expression.flat.map { "!\($0)" }
    case .closures: nil
    }
  }

  private static func flat(_ opening: String, _ arguments: [Argument], _ closing: String) -> String?
  {
    var texts: [String] = []
    for argument in arguments {
      guard let value = argument.value.flat else { return nil }
      texts.append((argument.label.map { "\($0): " } ?? "") + value)
    }
    return opening + texts.joined(separator: ", ") + closing
  }

  private static func broken(
    _ opening: String, _ arguments: [Argument], _ closing: String, _ indent: Int,
    trailing: String = ""
  ) -> String {
    let lines = arguments.map { argument in
      let label = argument.label.map { "\($0): " } ?? ""
      return spaces(indent + 2) + label
        + argument.value.text(
          indent: indent + (argument.isLabelledBlock ? 4 : 2), used: label.utf8.count + 1)
    }
    let closesOnItsOwn = !trailing.isEmpty || arguments.last?.isLabelledBlock == true
    return "\(opening)\n" + lines.joined(separator: ",\n")
      + "\(trailing)\(closesOnItsOwn ? "\n\(spaces(indent))" : "")\(closing)"
  }

  private static func closures(
    _ call: SwiftExpression, _ blocks: [Block], _ indent: Int, _ used: Int
  ) -> String {
    var text = call.text(indent: indent, used: used + 2)
    if text.contains("\n"), text.hasSuffix(")") {
      text = "\(text.dropLast())\n\(spaces(indent)))"
    }
    for block in blocks {
      let lines = block.lines.map { spaces(indent + 2) + $0.text(indent: indent + 2) + "\n" }
      text += (block.label.map { " \($0):" } ?? "") + " {\n\(lines.joined())\(spaces(indent))}"
    }
    return text
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Strings of several lines

  /// Whether a text is printed line by line.
  fileprivate static func isBlock(_ text: String) -> Bool {
    text.unicodeScalars.contains("\n")
      && text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !SwiftText.isHidden($0) }
  }

  private static func block(_ text: String, indent: Int) -> String? {
    guard isBlock(text) else { return nil }
    var marks = 0
    while text.contains("\"\"\"" + String(repeating: "#", count: marks))
      || text.contains("\\" + String(repeating: "#", count: marks))
    {
      marks += 1
    }
    let fence = String(repeating: "#", count: marks)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : spaces(indent) + $0
    }
    return "\(fence)\"\"\"\n" + lines.joined(separator: "\n") + "\n\(spaces(indent))\"\"\"\(fence)"
  }
}

extension SwiftExpression.Argument {
  /// Whether it is a string of several lines behind a label, which the formatter indents once more.
  fileprivate var isLabelledBlock: Bool {
    if label != nil, case .string(let text) = value { SwiftExpression.isBlock(text) } else { false }
  }
}
