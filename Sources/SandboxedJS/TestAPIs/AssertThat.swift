/// One question that `assertThat` can ask about a value.
struct ValueMatcher: Sendable {
  typealias Body = @Sendable (Machine, Value, Arguments) throws(RunFailure) -> Bool

  let name: String
  /// A description of the expected value, as the end of "expected … ".
  let wording: String
  /// Whether the arguments are what was expected.
  let showsExpected: Bool
  /// Whether the value and the argument should be equal.
  var asksForEquality: Bool { name == "isEqualTo" || name == "isStrictlyEqualTo" }
  let body: Body

  init(_ name: String, _ wording: String, shows: Bool = false, _ body: @escaping Body) {
    self.name = name
    self.wording = wording
    showsExpected = shows
    self.body = body
  }
}

extension Machine {
  /// Makes the object that `assertThat` gives: the questions about a value.
  func valueMatchers(_ actual: Value, note: String?) -> Value {
    let matchers = makeObject(capacity: ValueMatcher.all.count)
    let result = Value(matchers)
    for matcher in ValueMatcher.all {
      let function = makeFunction(matcher.name) { (machine, arguments) throws(RunFailure) in
        if try matcher.body(machine, actual, arguments) { return result }
        let expected =
          arguments.count == 1 ? arguments[0] : Value(machine.makeArray(arguments.all))
        throw machine.assertion(
          (note.map { "\($0): " } ?? "") + "expected the value \(matcher.wording)",
          actual: actual, expected: matcher.showsExpected ? expected : nil,
          asksForEquality: matcher.asksForEquality)
      }
      matchers.set(atom(matcher.name), function, heap)
    }
    return result
  }
}

extension ValueMatcher {
  /// All matchers, in the order of the documentation.
  static let all: [ValueMatcher] = kinds + comparisons + contents + types

  private static func value(
    _ name: String, _ wording: String, _ test: @escaping @Sendable (Value) -> Bool
  ) -> ValueMatcher {
    ValueMatcher(name, wording) { (_, value, _) throws(RunFailure) in test(value) }
  }

  private static let kinds: [ValueMatcher] = [
    value("isUndefined", "to be undefined") { $0.isUndefined },
    value("isDefined", "to be defined") { !$0.isUndefined },
    value("isNull", "to be null") { $0.isNull },
    value("isNotNull", "not to be null") { !$0.isNull },
    value("isFalse", "to be false") { $0.bits == Value.false.bits },
    value("isTrue", "to be true") { $0.bits == Value.true.bits },
    value("isFalsy", "to be falsy") { !$0.isTruthy },
    value("isTruthy", "to be truthy") { $0.isTruthy },
    value("isNaN", "to be NaN") { $0.isNumber && $0.number.isNaN },
    value("isNotNaN", "not to be NaN") { !($0.isNumber && $0.number.isNaN) },
    value("isInfinity", "to be infinite") { $0.isNumber && $0.number.isInfinite },
    value("isNotInfinity", "not to be infinite") { !($0.isNumber && $0.number.isInfinite) },
  ]

  private static let comparisons: [ValueMatcher] = [
    ValueMatcher("isEqualTo", "to be equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.sameContent(value, arguments[0])
    },
    ValueMatcher("isNotEqualTo", "not to be equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      !(try machine.sameContent(value, arguments[0]))
    },
    ValueMatcher("isAnyOf", "to be one of these", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.has(arguments.all, value)
    },
    ValueMatcher("isNoneOf", "to be none of these", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      !(try machine.has(arguments.all, value))
    },
    ValueMatcher("isStrictlyEqualTo", "to be strictly equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      machine.identical(value, arguments[0])
    },
    ValueMatcher("isNotStrictlyEqualTo", "not to be strictly equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      !machine.identical(value, arguments[0])
    },
    ValueMatcher("isGreaterThan", "to be greater", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.less(arguments[0], value)
    },
    ValueMatcher("isGreaterThanOrEqualTo", "to be greater or equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.lessOrEqual(arguments[0], value)
    },
    ValueMatcher("isLessThan", "to be less", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.less(value, arguments[0])
    },
    ValueMatcher("isLessThanOrEqualTo", "to be less or equal", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.lessOrEqual(value, arguments[0])
    },
  ]

  private static let contents: [ValueMatcher] = [
    ValueMatcher("contains", "to contain", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      for part in arguments.all where !(try machine.contains(value, part)) { return false }
      return value.isArray || value.isString
    },
    ValueMatcher("doesNotContain", "not to contain", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      for part in arguments.all where try machine.contains(value, part) { return false }
      return true
    },
    ValueMatcher("containsExactly", "to contain exactly", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      try machine.containsExactly(value, arguments.all)
    },
    ValueMatcher("doesNotContainExactly", "not to contain exactly", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      !(try machine.containsExactly(value, arguments.all))
    },
    ValueMatcher("hasLength", "to have the length", shows: true) {
      (machine, value, arguments) throws(RunFailure) in
      guard value.isArray || value.isString else { return false }
      let length = value.isArray ? value.array.count : value.string.count
      return machine.identical(Value(length), arguments[0])
    },
    value("isEmpty", "to be empty") { $0.length == 0 },
    value("isNotEmpty", "not to be empty") { $0.length.map { $0 > 0 } ?? false },
  ]

  private static let types: [ValueMatcher] = [
    value("isArray", "to be an array") { $0.isArray },
    value("isBoolean", "to be a boolean") { $0.isBoolean },
    value("isFunction", "to be a function") { $0.isFunction },
    value("isNumber", "to be a number") { $0.isNumber },
    value("isObject", "to be an object") { $0.isObject || $0.isPromise || $0.isOpaque },
    value("isString", "to be a string") { $0.isString },
  ]
}

extension Value {
  /// The number of elements, characters or properties, if the value can have any.
  fileprivate var length: Int? {
    isArray
      ? array.count
      : isString ? string.count : isObject ? object.pointee.shape.count : nil
  }
}

extension Machine {
  fileprivate func has(_ values: [Value], _ value: Value) throws(RunFailure) -> Bool {
    for each in values where try sameContent(each, value) { return true }
    return false
  }

  fileprivate func contains(_ whole: Value, _ part: Value) throws(RunFailure) -> Bool {
    if whole.isArray { return try has(whole.array.all, part) }
    guard whole.isString, part.isString else { return false }
    return try find(part.string, in: whole.string, from: 0) >= 0
  }

  /// Whether an array has these values in any order, and no others.
  fileprivate func containsExactly(_ whole: Value, _ parts: [Value]) throws(RunFailure) -> Bool {
    guard whole.isArray else {
      return whole.isString && parts.count == 1 && identical(whole, parts[0])
    }
    // The values may also come as one array.
    let parts = parts.count == 1 && parts[0].isArray ? parts[0].array.all : parts
    var rest = whole.array.all
    guard rest.count == parts.count else { return false }
    try charge(rest.count * rest.count / 16)
    for part in parts {
      var found: Int?
      for (index, value) in rest.enumerated() where try sameContent(value, part) {
        found = index
        break
      }
      guard let found else { return false }
      rest.remove(at: found)
    }
    return true
  }
}
