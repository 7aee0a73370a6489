import JSONText

/// Damage to a JSON value that leaves it one: what a reader of its members meets.
struct JSONMutation {
  /// The members' names in all values of the kind.
  let keys: [String]
  /// The texts in them.
  let texts: [String]

  /// Collects the words of values.
  init(_ values: [JSON]) {
    var keys: Set<String> = []
    var texts: Set<String> = []
    for value in values { Self.collect(value, &keys, &texts) }
    self.keys = keys.sorted()
    self.texts = texts.sorted()
  }

  private static func collect(_ value: JSON, _ keys: inout Set<String>, _ texts: inout Set<String>)
  {
    switch value {
    case .string(let text): texts.insert(text)
    case .array(let elements): for element in elements { collect(element, &keys, &texts) }
    case .object(let object):
      for member in object.members {
        keys.insert(member.key)
        collect(member.value, &keys, &texts)
      }
    case .null, .bool, .number: break
    }
  }

  /// Damages one place of a value.
  func damage(_ value: JSON, _ generator: inout FuzzGenerator) -> JSON {
    let parts = Self.count(value)
    var place = generator.below(parts)
    let other = Self.part(generator.below(parts), of: value)
    return damaged(value, at: &place, other ?? .null, &generator)
  }

  /// Counts the values in a value, itself included.
  private static func count(_ value: JSON) -> Int {
    switch value {
    case .array(let elements): elements.reduce(1) { $0 + count($1) }
    case .object(let object): object.members.reduce(1) { $0 + count($1.value) }
    case .null, .bool, .number, .string: 1
    }
  }

  private static func part(_ number: Int, of value: JSON) -> JSON? {
    var rest = number
    var open = [value]
    while let next = open.popLast() {
      if rest == 0 { return next }
      rest -= 1
      switch next {
      case .array(let elements): open += elements
      case .object(let object): open += object.members.map(\.value)
      case .null, .bool, .number, .string: break
      }
    }
    return nil
  }

  private func damaged(
    _ value: JSON, at place: inout Int, _ other: JSON, _ generator: inout FuzzGenerator
  ) -> JSON {
    guard place > 0 else {
      place = -1
      return replacement(for: value, other, &generator)
    }
    place -= 1
    switch value {
    case .array(let elements):
      return .array(
        elements.map { place < 0 ? $0 : damaged($0, at: &place, other, &generator) })
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map {
            place < 0
              ? $0 : JSONObject.Member($0.key, damaged($0.value, at: &place, other, &generator))
          }))
    case .null, .bool, .number, .string: return value
    }
  }

  private func replacement(
    for value: JSON, _ other: JSON, _ generator: inout FuzzGenerator
  ) -> JSON {
    switch (value, generator.below(6)) {
    case (.array(let elements), 0...3) where !elements.isEmpty:
      return .array(changed(elements, other, &generator))
    case (.object(let object), 0...3) where !object.members.isEmpty:
      return .object(changed(object, other, &generator))
    case (.string(let text), 0...2):
      var bytes = Array(text.utf8)
      TextMutation([bytes]).damage(&bytes, other: bytes, &generator)
      return .string(String(decoding: bytes, as: UTF8.self))
    case (_, 4): return other
    case (_, 5): return .string(generator.one(of: texts) ?? "")
    default: return oddity(around: value, &generator)
    }
  }

  private func changed(
    _ elements: [JSON], _ other: JSON, _ generator: inout FuzzGenerator
  ) -> [JSON] {
    var elements = elements
    let place = generator.below(elements.count)
    switch generator.below(4) {
    case 0: elements.remove(at: place)
    case 1: elements.insert(other, at: place)
    case 2: elements.insert(elements[place], at: place)
    default: elements.swapAt(0, place)
    }
    return elements
  }

  private func changed(
    _ object: JSONObject, _ other: JSON, _ generator: inout FuzzGenerator
  ) -> JSONObject {
    var object = object
    let place = generator.below(object.members.count)
    switch generator.below(4) {
    case 0: object.members.remove(at: place)
    case 1:
      // Under another name that the reader knows.
      if let key = generator.one(of: keys) { object[key] = object.members[place].value }
    case 2:
      if let key = generator.one(of: keys) { object[key] = other }
    default: object[object.members[place].key] = other
    }
    return object
  }

  private func oddity(around value: JSON, _ generator: inout FuzzGenerator) -> JSON {
    let numbers = [
      "0", "-0", "-1", "1.5", "1e308", "-1e308", "1e-400", "9007199254740993", "2147483648",
      "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e21",
    ]
    let texts = [
      "", " ", "0", "-1", "1e999", "\u{0}", "\u{FEFF}", "{{", "{{a}}", "true", "a\nb", "__proto__",
      "\u{1F600}",
      String(repeating: "a", count: 3_000), String(repeating: "(a|b)*", count: 40), "(?=", "[",
      "a.b.c.d",
    ]
    switch generator.below(8) {
    case 0: return .null
    case 1: return .bool(generator.isOnce(in: 2))
    case 2, 3: return .number(JSONNumber(unchecked: generator.one(of: numbers) ?? "0"))
    case 4: return .array([])
    case 5: return .object(JSONObject())
    case 6:
      // As deep as readers go.
      var deep = value
      for _ in 0..<(10 + generator.below(190)) {
        deep = generator.isOnce(in: 2) ? .array([deep]) : .object(JSONObject([.init("a", deep)]))
      }
      return deep
    default: return .string(generator.one(of: texts) ?? "")
    }
  }
}
