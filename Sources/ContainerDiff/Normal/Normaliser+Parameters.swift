import JSONText
import TagManager

extension Normaliser {
  /// Parameters by their keys.
  func parameters(_ elements: [JSON]) -> NormalValue {
    var entries: [NormalValue.Entry] = []
    entries.reserveCapacity(elements.count)
    for element in elements {
      guard case .object(let object) = element else {
        entries.append(NormalValue.Entry("", .typed("no parameter", Self.exact(element))))
        continue
      }
      let (key, value) = parameter(object)
      entries.append(
        key.map { NormalValue.Entry($0, value) }
          ?? NormalValue.Entry("", .typed("without a key", value)))
    }
    return .record(entries.sortedByKey())
  }

  /// The elements of a list, which need no keys.
  private func list(_ elements: [JSON]) -> NormalValue {
    .list(elements.map { $0.object.map(unkeyed) ?? Self.exact($0) })
  }

  /// A parameter that needs no key.
  func unkeyed(_ object: JSONObject) -> NormalValue {
    let (key, value) = parameter(object)
    return key.map { .typed("with a key", .record([NormalValue.Entry($0, value)])) } ?? value
  }

  /// A parameter's key and its value: the text, list or map; with its type where that is another.
  func parameter(_ object: JSONObject) -> (key: String?, value: NormalValue) {
    var key: String?
    var word = ""
    var text = ""
    var list: [JSON] = []
    var map: [JSON] = []
    var isWeak = false
    for member in object.members {
      switch (member.key, member.value) {
      case ("type", .string(let type)): word = Form.exportWord(fromAPI: type)
      case ("key", .string(let name)): key = name
      case ("value", .string(let value)): text = value
      case ("list", .array(let elements)): list = elements
      case ("map", .array(let elements)): map = elements
      case ("isWeakReference", .bool(let value)): isWeak = value
      default: return (key ?? object["key"]?.string, irregular(object))
      }
    }
    let isText = list.isEmpty && map.isEmpty && !isWeak
    switch word {
    case "TEMPLATE" where isText && secrets.isPlaceholder(text):
      return (key, .secret(text, isPlaceholder: true))
    case "TEMPLATE" where isText: return (key, type(renames.text(text)))
    case "LIST" where text.isEmpty && map.isEmpty && !isWeak: return (key, self.list(list))
    case "MAP" where text.isEmpty && list.isEmpty && !isWeak: return (key, parameters(map))
    case "TRIGGER_REFERENCE" where isText: return (key, .typed(word, trigger(text)))
    case "TAG_REFERENCE" where isText: return (key, .typed(word, .text(renames[.tag, text])))
    case "" where isText, "LIST", "MAP": return (key, irregular(object))
    case _ where isText: return (key, .typed(word, .text(renames.text(text))))
    default: return (key, irregular(object))
    }
  }

  /// A parameter of an unusual shape, member by member.
  private func irregular(_ object: JSONObject) -> NormalValue {
    var entries: [NormalValue.Entry] = []
    for member in object.members where member.key != "key" || member.value.string == nil {
      let value: NormalValue
      switch (member.key, member.value) {
      case ("type", .string(let type)): value = .text(Form.exportWord(fromAPI: type))
      case ("value", .string(let text)):
        let isTag = object["type"]?.string.map(Form.exportWord) == "TAG_REFERENCE"
        value = .text(isTag ? renames[.tag, text] : renames.text(text))
      case ("list", .array(let elements)): value = list(elements)
      case ("map", .array(let elements)): value = parameters(elements)
      default: value = Self.exact(member.value)
      }
      if !value.isDefault { entries.append(NormalValue.Entry(member.key, value)) }
    }
    return .typed("parameter", .record(entries.sortedByKey()))
  }
}
