import Diagnostics

/// A value on one line, for a person.
struct ValueText {
  /// Longer ones lose their middle, in characters.
  static let greatestLength = 80

  /// The whole value.
  let whole: String

  init(_ value: NormalValue) {
    var text = ""
    Self.append(value, to: &text)
    whole = text.withVisibleControls
  }

  /// The value without its middle, where it is long.
  var shortened: String { Self.shortened(whole, to: Self.greatestLength) }

  /// A text without its middle, where it is longer than so many characters.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.utf8.count > length, text.count > length else { return text }
    let head = length * 2 / 3
    return "\(text.prefix(head))…\(text.suffix(length - head - 1))"
  }

  private static func append(_ value: NormalValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let content): text += "\"\(content)\""
    case .secret: text += SecretConstants.shown
    case .list(let values), .set(let values):
      text += "["
      for (index, element) in values.enumerated() {
        if index > 0 { text += ", " }
        append(element, to: &text)
      }
      text += "]"
    case .record(let entries): append(entries, to: &text)
    case .typed("BOOLEAN", .text("true")): text += "true"
    case .typed("BOOLEAN", .text("false")): text += "false"
    case .typed(Normaliser.templateWord, .text(let name)): text += "template '\(name)'"
    case .typed(Normaliser.unknownWord, .text(let id)):
      text += "id \(id), which nothing has"
    case .typed(let word, let value):
      text += "\(word) "
      append(value, to: &text)
    }
  }

  private static func append(_ entries: [NormalValue.Entry], to text: inout String) {
    if let condition = condition(entries) {
      text += condition
      return
    }
    text += "{"
    for (index, entry) in entries.enumerated() {
      text += index > 0 ? ", \(entry.key): " : "\(entry.key): "
      append(entry.value, to: &text)
    }
    text += "}"
  }

  /// A condition of a trigger as a sentence: `{{_event}} EQUALS "purchase"`.
  private static func condition(_ entries: [NormalValue.Entry]) -> String? {
    guard entries.count == 2, let type = entries["type"]?.text,
      case .record(let operands)? = entries["parameter"],
      let left = operands["arg0"]?.text, let right = operands["arg1"]
    else { return nil }
    var text = "\(left) \(type) "
    append(right, to: &text)
    for operand in operands where operand.key != "arg0" && operand.key != "arg1" {
      text += operand.key == "negate" ? ", negated" : ", \(operand.key)"
      guard operand.value == .typed("BOOLEAN", .text("true")) else {
        text += " "
        append(operand.value, to: &text)
        continue
      }
    }
    return text
  }
}
