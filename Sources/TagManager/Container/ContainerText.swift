/// A text in a container that its author wrote: the value of a parameter, or the notes of an entity.
package struct ContainerText {
  /// The kind of the entity that has it.
  package fileprivate(set) var kind: EntityKind
  /// The name of the entity; the type of a Google tag setting.
  package fileprivate(set) var entityName = ""
  /// The type of the entity, where that is a free word: of tags, variables, clients and transformations.
  package fileprivate(set) var entityType: String?
  /// The type of the parameter; `nil` for notes.
  package fileprivate(set) var parameterType: ParameterType?
  /// The key of the parameter; `nil` for notes, and inside a list.
  package fileprivate(set) var key: String?
  /// The text itself.
  package fileprivate(set) var value = ""
}

extension ContainerVersion {
  /// Puts other texts in the place of those that authors wrote, wherever in an entity they stand.
  ///
  /// - Parameter replacement: the text to put there; `nil` leaves the text as it is.
  package mutating func replaceTexts(_ replacement: (ContainerText) -> String?) {
    withoutActuallyEscaping(replacement) { replacement in
      var walk = TextWalk(replacement: replacement)
      map(&walk)
    }
  }
}

/// A walk through every member of a version that stops at the texts.
private struct TextWalk: MemberMap {
  let replacement: (ContainerText) -> String?
  /// The latest text, with the entity that the walk is in; `nil` outside the entities.
  private var current: ContainerText?

  init(replacement: @escaping (ContainerText) -> String?) { self.replacement = replacement }

  mutating func string(_ key: String, _ value: inout String) {
    switch (key, current?.kind) {
    case ("type", .gtagConfig), ("name", _): current?.entityName = value
    case ("type", _): current?.entityType = value
    default: break
    }
  }

  mutating func string(_ key: String, _ value: inout String?) {
    switch key {
    case "key": current?.key = value
    case "value": replace(&value)
    case "notes":
      current?.key = nil
      current?.parameterType = nil
      replace(&value)
    default: break
    }
  }

  mutating func longInteger(_ key: String, _ value: inout String?) {}

  private mutating func replace(_ value: inout String?) {
    guard let text = value else { return }
    current?.value = text
    if let current, let other = replacement(current) { value = other }
  }

  mutating func word<Value: Word>(_ key: String, _ value: inout Value) {
    if let type = value as? ParameterType { current?.parameterType = type }
  }

  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    value.map(&self)
  }

  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    value?.map(&self)
  }

  mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    let kind = EntityKind(rawValue: key)
    for index in value.indices {
      if let kind { current = ContainerText(kind: kind) }
      value[index].map(&self)
    }
    if kind != nil { current = nil }
  }

  // No author writes a text in these.
  mutating func boolean(_ key: String, _ value: inout Bool?) {}
  mutating func integer(_ key: String, _ value: inout Int?) {}
  mutating func strings(_ key: String, _ value: inout [String]) {}
  mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {}
  mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {}
}
