import JSONText

/// Compares two values of the same place and notes what differs.
struct ValueComparison {
  private(set) var changes: [Change] = []
  private var path: [Step] = []

  private enum Step {
    case member(String)
    case index(Int)
    case name(String)
  }

  /// Compares two entities of the same kind.
  mutating func compare(_ old: NormalEntity, _ new: NormalEntity) {
    if !old.members.isSame(as: new.members) { compare(old.members, new.members) }
    if let (oldText, newText) = TemplateContent.pair(old, new) {
      at(.member("templateData")) { $0.compare(oldText, newText) }
    } else if (old.templateText == nil) != (new.templateText == nil) {
      at(.member("templateData")) {
        $0.note(old.templateText.map { .text($0) }, new.templateText.map { .text($0) })
      }
    }
  }

  mutating func compare(_ old: NormalValue, _ new: NormalValue) {
    guard !old.isSame(as: new) else { return }
    switch (old, new) {
    case (.record(let left), .record(let right)): compare(left, right)
    case (.list(let left), .list(let right)): compare(left, right)
    case (.set(let left), .set(let right)): compareSets(left, right)
    case (.typed(let left, let oldValue), .typed(let right, let newValue)) where left == right:
      compareTyped(oldValue, newValue, old, new)
    default: note(old, new)
    }
  }

  /// Compares two typed values: what is inside a record has a path of its own; a plain value is
  /// shown with its kind.
  private mutating func compareTyped(
    _ oldValue: NormalValue, _ newValue: NormalValue, _ old: NormalValue, _ new: NormalValue
  ) {
    if case (.record, .record) = (oldValue, newValue) {
      compare(oldValue, newValue)
    } else {
      note(old, new)
    }
  }

  private mutating func note(_ old: NormalValue?, _ new: NormalValue?) {
    changes.append(Change(Self.text(path), old: old, new: new))
  }

  private mutating func at(_ step: Step, _ body: (inout Self) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  // MARK: Records

  private mutating func compare(_ old: [NormalValue.Entry], _ new: [NormalValue.Entry]) {
    var left = old[...]
    var right = new[...]
    while left.first != nil || right.first != nil {
      switch (left.first, right.first) {
      case (let before?, let after?) where before.key.isExactly(after.key):
        at(.member(before.key)) { $0.compare(before.value, after.value) }
        left.removeFirst()
        right.removeFirst()
      case (let before?, let after) where after.map({ before.key.isBefore($0.key) }) ?? true:
        at(.member(before.key)) { $0.compareAbsent(before.value, isOld: true) }
        left.removeFirst()
      case (_, let after?):
        at(.member(after.key)) { $0.compareAbsent(after.value, isOld: false) }
        right.removeFirst()
      default: return
      }
    }
  }

  /// Of an entity's own members, one that is absent is an empty one: what is in the other has paths of its own.
  private mutating func compareAbsent(_ value: NormalValue, isOld: Bool) {
    let empty: NormalValue? =
      switch value {
      case .record where path.count == 1: .record([])
      case .list where path.count == 1: .list([])
      case .set where path.count == 1: .set([])
      default: nil
      }
    guard let empty else { return note(isOld ? value : nil, isOld ? nil : value) }
    if isOld { compare(value, empty) } else { compare(empty, value) }
  }

  // MARK: Sets

  private mutating func compareSets(_ old: [NormalValue], _ new: [NormalValue]) {
    let common = SameContent.numbers(old, new)
    let kept = Set(common.new)
    let before = Set(common.old)
    for (value, number) in zip(old, common.old) where !kept.contains(number) { note(value, nil) }
    for (value, number) in zip(new, common.new) where !before.contains(number) {
      note(nil, value)
    }
  }

  // MARK: Lists

  /// Elements that both have stay; of those between them, the ones of the same name, then those at the
  /// same place belong together.
  private mutating func compare(_ old: [NormalValue], _ new: [NormalValue]) {
    let numbers = SameContent.numbers(old, new)
    let pairs = Alignment(numbers.old, numbers.new).pairs + [(old.count, new.count)]
    var place = (old: 0, new: 0)
    let count = changes.count
    for pair in pairs {
      compareBlock(
        Array(old.indices[place.old..<pair.old]), Array(new.indices[place.new..<pair.new]), old,
        new)
      place = (pair.old + 1, pair.new + 1)
    }
    // The same elements in so different an order that they were not told apart.
    if changes.count == count { note(.list(old), .list(new)) }
  }

  private mutating func compareBlock(
    _ before: [Int], _ after: [Int], _ old: [NormalValue], _ new: [NormalValue]
  ) {
    guard !before.isEmpty || !after.isEmpty else { return }
    var places: [String: Int] = [:]
    for index in before.reversed() {
      if let name = old[index].elementName { places[name] = index }
    }
    var partners: [Int: Int] = [:]
    var taken: Set<Int> = []
    for index in after {
      if let name = new[index].elementName, let place = places[name], taken.insert(place).inserted {
        partners[index] = place
      }
    }
    let free = before.filter { !taken.contains($0) && old[$0].elementName == nil }
    let waiting = after.filter { partners[$0] == nil && new[$0].elementName == nil }
    for (place, index) in zip(free, waiting) {
      partners[index] = place
      taken.insert(place)
    }
    for index in before where !taken.contains(index) {
      at(step(old[index], index)) { $0.note(old[index], nil) }
    }
    for index in after {
      at(step(new[index], index)) {
        if let place = partners[index] {
          $0.compare(old[place], new[index])
        } else {
          $0.note(nil, new[index])
        }
      }
    }
  }

  private func step(_ value: NormalValue, _ index: Int) -> Step {
    value.elementName.map { .name($0) } ?? .index(index)
  }

  // MARK: Paths

  private static func text(_ path: [Step]) -> String {
    var text = ""
    for step in path {
      switch step {
      case .member(let name) where isPlain(name): text += text.isEmpty ? name : ".\(name)"
      case .member(let name), .name(let name): text += "['\(name)']"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension NormalValue {
  /// The name of a record that stands in a list, such as a field of a template.
  fileprivate var elementName: String? { self["name"]?.text }
}
