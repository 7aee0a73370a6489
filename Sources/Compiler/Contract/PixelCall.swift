/// A call of the pixel's function in a script: what stands in its places.
struct PixelCall {
  /// The event's name, where it is a text literal.
  let literalEvent: String?
  /// The expression of the id.
  let eventID: String?
  /// Whether the argument for the id holds it.
  let hasIDArgument: Bool
  let form: PixelForm.Call

  /// The calls in a script: `track(…)` on a page, `callInWindow('track', …)` in a template.
  static func all(in code: String, _ vocabulary: ContractVocabulary) -> [PixelCall] {
    Set(vocabulary.pixelCalls.map(\.function)).sorted().flatMap { all(in: code, $0, vocabulary) }
  }

  private static func all(
    in code: String, _ name: String, _ vocabulary: ContractVocabulary
  ) -> [PixelCall] {
    ["callInWindow('\(name)'", "callInWindow(\"\(name)\"", "\(name)("].flatMap { start in
      code.ranges(of: start).compactMap { range -> PixelCall? in
        let isTemplate = start.hasPrefix("callInWindow")
        var rest = code[range.upperBound...]
        if isTemplate {
          guard let comma = rest.firstIndex(of: ",") else { return nil }
          rest = rest[rest.index(after: comma)...]
        }
        let arguments = arguments(rest)
        let verb = arguments.first.flatMap(literal)
        let form = vocabulary.pixelCalls.first {
          $0.function == name && ($0.verb == nil || $0.verb == verb)
        }
        return form.map { PixelCall(arguments, $0, member: vocabulary.pixelIDMember) }
      }
    }
  }

  private init(_ arguments: [String], _ form: PixelForm.Call, member: String) {
    self.form = form
    literalEvent = form.event < arguments.count ? Self.literal(arguments[form.event]) : nil
    let options = form.options < arguments.count ? arguments[form.options] : ""
    // An argument that is a variable holds whatever the script put there.
    hasIDArgument = options.contains(member) || !options.isEmpty && !options.hasPrefix("{")
    let holder =
      arguments.dropFirst(min(form.event + 1, form.options)).first { $0.contains(member) } ?? ""
    eventID = holder.firstRange(of: member).map { range in
      var text = holder[range.upperBound...].drop { "'\": ".contains($0) }
      if let end = text.firstIndex(where: { ",}".contains($0) && !text.hasPrefix("{{") }) {
        text = text[..<end]
      } else if text.hasPrefix("{{"), let end = text.firstRange(of: "}}") {
        text = text[..<end.upperBound]
      }
      return String(text)
    }
  }

  /// The arguments of a call, up to its closing parenthesis.
  private static func arguments(_ code: Substring) -> [String] {
    var arguments: [String] = []
    var current = ""
    var depth = 0
    var quote: Character?
    var rest = code
    while let character = rest.first {
      // A variable of Tag Manager stands for a text that has no marks of its own.
      if rest.hasPrefix("{{"), let end = rest.firstRange(of: "}}") {
        current += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
        continue
      }
      rest.removeFirst()
      if let open = quote {
        if character == open { quote = nil }
      } else if "'\"`".contains(character) {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
        if depth < 0 { break }
      } else if character == ",", depth == 0 {
        arguments.append(current.trimmed)
        current = ""
        continue
      }
      current.append(character)
    }
    return arguments + (current.trimmed.isEmpty ? [] : [current.trimmed])
  }

  private static func literal(_ text: String) -> String? {
    guard text.count >= 2, let quote = text.first, "'\"".contains(quote), text.last == quote else {
      return nil
    }
    return String(text.dropFirst().dropLast())
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
