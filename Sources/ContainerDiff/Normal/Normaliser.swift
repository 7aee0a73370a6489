import JSONText
import TagManager

/// Brings the entities of one container into the form in which they are compared.
struct Normaliser {
  /// The kind of a value that names a template.
  static let templateWord = "template"
  /// The kind of a value that is an id which nothing in the container has.
  static let unknownWord = "id"

  let references: ReferenceNames
  let secrets: SecretConstants
  var renames = Renames()

  init(_ version: JSONObject, secrets: SecretConstants) {
    references = ReferenceNames(version)
    self.secrets = secrets
  }

  func entity(_ object: JSONObject, _ kind: EntityKind) -> NormalEntity {
    let name = object.text(kind.nameMember)
    let isSecret = kind == .variable && secrets.names.contains(name)
    let template = kind == .customTemplate ? object["templateData"]?.string : nil
    var members = self.members(object, kind.rules, hidingTexts: isSecret)
    if kind == .customTemplate, template == nil, let data = object["templateData"] {
      members = (members + [NormalValue.Entry("templateData", Self.exact(data))]).sortedByKey()
    }
    return NormalEntity(
      kind: kind,
      name: kind == .builtInVariable
        ? BuiltInVariableType(rawValue: Form.exportWord(fromAPI: name)).displayName : name,
      members: members, templateText: template)
  }

  private func members(
    _ object: JSONObject, _ rules: [String: MemberRule], hidingTexts: Bool = false
  ) -> [NormalValue.Entry] {
    var entries: [NormalValue.Entry] = []
    entries.reserveCapacity(object.members.count)
    for member in object.members {
      guard let value = value(member.value, rules[member.key]), !value.isDefault else { continue }
      let isHidden = hidingTexts && member.key == "parameter"
      entries.append(
        NormalValue.Entry(member.key, isHidden ? secrets.hidden(value) : value))
    }
    return entries.sortedByKey()
  }

  /// A member's value; `nil` where it is not compared.
  private func value(_ json: JSON, _ rule: MemberRule?) -> NormalValue? {
    switch (rule, json) {
    case (nil, .string(let text)) where secrets.isPlaceholder(text):
      return .secret(text, isPlaceholder: true)
    case (nil, _): return Self.exact(json)
    case (.dropped, _): return nil
    case (.word(let standard), .string(let text)):
      let word = Form.exportWord(fromAPI: text)
      return word == standard ? nil : .text(word)
    case (.type, .string(let text)): return type(text)
    case (.types, .array(let types)):
      return .list(types.map { $0.string.map(type) ?? Self.exact($0) })
    case (.triggers, .array(let triggers)): return set(triggers)
    case (.folder, .string(let id)):
      guard let name = references.folders[id] else { return unknown(id) }
      return .text(renames[.folder, name])
    case (.tagName, .string(let name)): return .text(renames[.tag, name])
    case (.parameter, .object(let object)): return unkeyed(object)
    case (.parameters, .array(let parameters)): return self.parameters(parameters)
    case (.conditions, .array(let conditions)):
      return .list(conditions.map { condition($0) ?? Self.exact($0) })
    case (.object(let rules), .object(let object)): return .record(members(object, rules))
    case (.objects(let rules), .array(let objects)):
      return .list(
        objects.map { json in
          json.object.map { .record(members($0, rules)) } ?? Self.exact(json)
        })
    default: return Self.exact(json)
    }
  }

  private func condition(_ json: JSON) -> NormalValue? {
    json.object.map {
      .record(members($0, Self.conditionRules))
    }
  }

  private static let conditionRules: [String: MemberRule] = [
    "type": .word(default: ""), "parameter": .parameters,
  ]

  private func set(_ ids: [JSON]) -> NormalValue {
    let values = ids.map { id in
      id.string.map(trigger) ?? Self.exact(id)
    }
    guard values.count > 1 else { return .set(values) }
    var sorted: [NormalValue] = []
    for value in values.sorted(by: { $0.sortKey.isBefore($1.sortKey) })
    where sorted.last.map({ !$0.isSame(as: value) }) ?? true {
      sorted.append(value)
    }
    return .set(sorted)
  }

  func trigger(_ id: String) -> NormalValue {
    guard let name = references.triggers[id] else { return unknown(id) }
    return .text(renames[.trigger, name])
  }

  /// The type of an entity: Tag Manager's own word, or the template.
  func type(_ type: String) -> NormalValue {
    // Every text of every parameter comes by here: its first byte is looked at first.
    guard type.utf8.first == UInt8(ascii: "c"), type.hasPrefix("cvt_"),
      let name = references.templates[type]
    else { return .text(type) }
    return .typed(Self.templateWord, .text(renames[.customTemplate, name]))
  }

  private func unknown(_ id: String) -> NormalValue { .typed(Self.unknownWord, .text(id)) }

  /// A value as it stands.
  static func exact(_ json: JSON) -> NormalValue {
    switch json {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let number): .number(number.text)
    case .string(let text): .text(text)
    case .array(let elements): .list(elements.map(exact))
    case .object(let object):
      .sorted(object.members.map { NormalValue.Entry($0.key, exact($0.value)) })
    }
  }
}

extension NormalValue {
  /// The text that sets are sorted by.
  fileprivate var sortKey: String {
    switch self {
    case .text(let text): text
    case .typed(let word, .text(let text)): "\(text)\u{0}\(word)"
    default: "\u{10FFFF}"
    }
  }
}
