extension Machine {
  /// Makes the object that `assertApi` gives: the four questions about the calls of an API.
  func callMatchers(_ name: String) -> Value {
    let matchers = makeObject()
    let result = Value(matchers)
    func add(
      _ matcher: String,
      _ body: @escaping (Machine, [[Value]], [Value]) throws(RunFailure) -> Void
    ) {
      let function = makeFunction(matcher) { (machine, arguments) throws(RunFailure) in
        try body(machine, machine.host.test?.calls[name] ?? [], arguments.all)
        return result
      }
      matchers.set(atom(matcher), function, heap)
    }
    add("wasCalled") { (_, calls, _) throws(RunFailure) in
      if calls.isEmpty {
        throw RunFailure(.assertion, "expected '\(name)' to be called, but it was not")
      }
    }
    add("wasNotCalled") { (machine, calls, _) throws(RunFailure) in
      guard let first = calls.first else { return }
      throw machine.assertion(
        "expected '\(name)' not to be called, but it was called \(times(calls.count))",
        actual: machine.list(first), expected: nil)
    }
    add("wasCalledWith") { (machine, calls, expected) throws(RunFailure) in
      for call in calls where try machine.sameValues(call, expected) { return }
      guard let nearest = calls.last else {
        throw machine.assertion(
          "expected '\(name)' to be called, but it was not", actual: nil,
          expected: machine.list(expected))
      }
      throw machine.assertion(
        "expected '\(name)' to be called with these arguments, but it was called "
          + "\(times(calls.count)) with others",
        actual: machine.list(nearest), expected: machine.list(expected), asksForEquality: true)
    }
    add("wasNotCalledWith") { (machine, calls, expected) throws(RunFailure) in
      for call in calls where try machine.sameValues(call, expected) {
        throw machine.assertion(
          "expected '\(name)' not to be called with these arguments",
          actual: machine.list(call), expected: nil)
      }
    }
    return result
  }

  private func list(_ values: [Value]) -> Value { Value(makeArray(values)) }

  private func sameValues(_ left: [Value], _ right: [Value]) throws(RunFailure) -> Bool {
    guard left.count == right.count else { return false }
    for (first, second) in zip(left, right) where !(try sameContent(first, second)) {
      return false
    }
    return true
  }
}

private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
