/// Finds what is the same on both sides.
enum SameContent {
  /// Numbers for values: the same number for the same value, on whichever side.
  static func numbers(
    _ old: [NormalValue], _ new: [NormalValue]
  ) -> (old: [Int], new: [Int]) {
    var numbers: [ExactValue: Int] = [:]
    func number(_ value: NormalValue) -> Int {
      let key = ExactValue(value: value)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
    return (old.map(number), new.map(number))
  }

  /// Pairs of places whose values are the same, each place once, in order.
  static func pairs(_ old: [NormalValue], _ new: [NormalValue]) -> [(old: Int, new: Int)] {
    let numbers = numbers(old, new)
    var places: [Int: [Int]] = [:]
    for (place, number) in numbers.new.enumerated().reversed() {
      places[number, default: []].append(place)
    }
    return numbers.old.enumerated().compactMap { place, number in
      places[number]?.popLast().map { (old: place, new: $0) }
    }
  }
}

/// A value that equals another only byte for byte.
private struct ExactValue: Hashable {
  let value: NormalValue

  static func == (left: ExactValue, right: ExactValue) -> Bool {
    left.value.isSame(as: right.value)
  }

  func hash(into hasher: inout Hasher) {
    // A placeholder equals any secret: all of them hash alike.
    hasher.combine(value.hashed)
  }
}

extension NormalValue {
  fileprivate var hashed: Int {
    var hasher = Hasher()
    hash(exactly: &hasher)
    return hasher.finalize()
  }

  private func hash(exactly hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let text), .text(let text): ExactText(text: text).hash(into: &hasher)
    case .secret: hasher.combine(1)
    case .list(let values), .set(let values):
      hasher.combine(values.count)
      for value in values { value.hash(exactly: &hasher) }
    case .record(let entries):
      hasher.combine(entries.count)
      for entry in entries {
        ExactText(text: entry.key).hash(into: &hasher)
        entry.value.hash(exactly: &hasher)
      }
    case .typed(let word, let value):
      ExactText(text: word).hash(into: &hasher)
      value.hash(exactly: &hasher)
    }
  }
}
