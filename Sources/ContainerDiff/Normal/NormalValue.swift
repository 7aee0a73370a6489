import JSONText

/// A value of an entity in the form in which containers are compared: without ids, parameters by their
/// keys, defaults left out.
package enum NormalValue: Hashable, Sendable {
  /// A member of a record and its value.
  package struct Entry: Hashable, Sendable {
    /// The member's name, or a parameter's key.
    package let key: String
    /// The value of the member or parameter.
    package let value: NormalValue

    /// Pairs a name with its value.
    package init(_ key: String, _ value: NormalValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// A number as it was written.
  case number(String)
  case text(String)
  /// A text that nobody may see: the value of a secret, or its placeholder, which equals any other.
  indirect case secret(String, isPlaceholder: Bool)
  /// Values whose order counts.
  case list([NormalValue])
  /// Values whose order means nothing, sorted.
  case set([NormalValue])
  /// Members sorted by name; a name can come twice.
  case record([Entry])
  /// A value and what kind it is, where that is not plain: `BOOLEAN`, or the name of a template.
  indirect case typed(String, NormalValue)
}

extension NormalValue {
  /// A record of entries in any order; those with the same key keep theirs.
  static func sorted(_ entries: [Entry]) -> NormalValue {
    .record(entries.sortedByKey())
  }

  /// Whether absence means the same.
  var isDefault: Bool {
    switch self {
    case .null, .bool(false), .number("0"), .text(""): true
    case .list(let values), .set(let values): values.isEmpty
    case .record(let entries): entries.isEmpty
    default: false
    }
  }

  /// Whether both are the same, byte for byte; `==` also holds for canonically equivalent texts.
  func isSame(as other: NormalValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)), (.text(let left), .text(let right)):
      left.isExactly(right)
    case (.secret(let left, let leftIsOpen), .secret(let right, let rightIsOpen)):
      leftIsOpen || rightIsOpen || left.isExactly(right)
    // A placeholder in a tag's own field stands for whatever the other container has there.
    case (.secret(_, isPlaceholder: true), .text), (.text, .secret(_, isPlaceholder: true)): true
    case (.list(let left), .list(let right)), (.set(let left), .set(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.record(let left), .record(let right)): left.isSame(as: right)
    case (.typed(let left, let leftValue), .typed(let right, let rightValue)):
      left == right && leftValue.isSame(as: rightValue)
    default: false
    }
  }

  /// The text, if it is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The elements of a list or a set.
  package var elements: [NormalValue] {
    switch self {
    case .list(let values), .set(let values): values
    default: []
    }
  }

  /// The first member of this name, if it is a record that has it.
  package subscript(key: String) -> NormalValue? {
    guard case .record(let entries) = self else { return nil }
    return entries[key]
  }
}

extension [NormalValue.Entry] {
  func sortedByKey() -> [NormalValue.Entry] {
    let isSorted = zip(self, dropFirst()).allSatisfy { !$1.key.isBefore($0.key) }
    if isSorted { return self }
    return enumerated().sorted { left, right in
      if left.element.key.isExactly(right.element.key) { return left.offset < right.offset }
      return left.element.key.isBefore(right.element.key)
    }.map(\.element)
  }

  func isSame(as other: [NormalValue.Entry]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { $0.key.isExactly($1.key) && $0.value.isSame(as: $1.value) }
  }

  /// The value of the first member of this name.
  package subscript(key: String) -> NormalValue? { first { $0.key == key }?.value }
}

extension String {
  /// Orders by bytes, the same everywhere.
  func isBefore(_ other: String) -> Bool {
    let isBefore = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        var index = 0
        while index < min(left.count, right.count) {
          if left[index] != right[index] { return left[index] < right[index] }
          index += 1
        }
        return left.count < right.count
      }
    }
    return (isBefore ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
