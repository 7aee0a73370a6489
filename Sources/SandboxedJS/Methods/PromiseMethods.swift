/// The calls that wait until the running code has ended.
struct JobQueue {
  /// One call.
  enum Job {
    /// Calls a function without arguments.
    case call(Value)
    /// Passes a settled promise on to one that waits for it.
    case react(UnsafeMutablePointer<PromiseReaction>, PromiseReference)
    /// Lets a promise follow a value that has a `then` function of its own.
    case follow(Value, Value, PromiseReference)
    /// Lets the second promise follow the first.
    case adopt(PromiseReference, PromiseReference)
  }

  private var jobs: [Job] = []
  private var next = 0

  mutating func append(_ job: Job) { jobs.append(job) }

  mutating func removeFirst() -> Job? {
    guard next < jobs.count else {
      jobs.removeAll(keepingCapacity: true)
      next = 0
      return nil
    }
    next += 1
    return jobs[next - 1]
  }
}

extension Machine {
  func makePromise() -> PromiseReference {
    let promise = heap.allocate(PromiseCell.self)
    promise.initialize(to: PromiseCell(state: .pending, value: .undefined))
    return promise
  }

  /// A value as a promise: itself if it is one.
  func makePromise(resolvedWith value: Value) throws(RunFailure) -> PromiseReference {
    if value.isPromise { return value.promise }
    let promise = makePromise()
    try resolve(promise, value)
    return promise
  }

  // MARK: Settling

  /// Fulfils a promise with a value, or lets it follow a value with a `then` function.
  func resolve(_ promise: PromiseReference, _ value: Value) throws(RunFailure) {
    if value.isPromise {
      if value.promise == promise {
        return reject(promise, string("TypeError: a promise cannot follow itself"))
      }
      return jobs.append(.adopt(value.promise, promise))
    }
    if value.isObject, let then = value.object.value(atom(.then)), then.isFunction {
      return jobs.append(.follow(value, then, promise))
    }
    settle(promise, .fulfilled, value)
  }

  func reject(_ promise: PromiseReference, _ reason: Value) {
    settle(promise, .rejected, reason)
  }

  private func settle(
    _ promise: PromiseReference, _ state: PromiseCell.State, _ value: Value
  ) {
    guard promise.pointee.state == .pending else { return }
    promise.pointee.state = state
    promise.pointee.value = value
    var reaction = promise.pointee.first
    promise.pointee.first = nil
    while let each = reaction {
      reaction = each.pointee.next
      jobs.append(.react(each, promise))
    }
  }

  private func react(
    to promise: PromiseReference, _ kind: PromiseReaction.Kind, _ onFulfilled: Value,
    _ onRejected: Value, target: PromiseReference
  ) {
    let reaction = heap.allocate(PromiseReaction.self)
    reaction.initialize(
      to: PromiseReaction(
        kind: kind, onFulfilled: onFulfilled, onRejected: onRejected, target: target))
    if promise.pointee.state != .pending {
      jobs.append(.react(reaction, promise))
    } else if promise.pointee.first == nil {
      promise.pointee.first = reaction
      promise.pointee.last = reaction
    } else {
      promise.pointee.last?.pointee.next = reaction
      promise.pointee.last = reaction
    }
  }

  /// Calls a function when a promise is fulfilled, or another when it is rejected.
  func chain(_ promise: PromiseReference, _ onFulfilled: Value, _ onRejected: Value) {
    react(to: promise, .then, onFulfilled, onRejected, target: makePromise())
  }

  // MARK: Jobs

  /// Does what waits, and what that makes wait, until nothing does; what is called later comes last.
  func runJobs() throws(RunFailure) {
    try runPromiseJobs()
    while !laterCalls.isEmpty {
      _ = try call(laterCalls.removeFirst(), [])
      try runPromiseJobs()
    }
  }

  /// Does what promises and APIs left to be done.
  func runPromiseJobs() throws(RunFailure) {
    while let job = jobs.removeFirst() {
      try charge(1)
      switch job {
      case .call(let function): _ = try call(function, [])
      case .react(let reaction, let promise): try run(reaction.pointee, promise)
      case .adopt(let promise, let follower):
        react(to: promise, .adopt, .undefined, .undefined, target: follower)
      case .follow(_, let then, let promise):
        let (resolver, rejecter) = resolvers(of: promise)
        try attempt(promise) { () throws(RunFailure) in
          _ = try self.call(then, [resolver, rejecter])
        }
      }
    }
  }

  private func run(
    _ reaction: PromiseReaction, _ promise: PromiseReference
  ) throws(RunFailure) {
    let isFulfilled = promise.pointee.state == .fulfilled
    let value = promise.pointee.value
    let target = reaction.target
    switch reaction.kind {
    case .adopt: return settle(target, promise.pointee.state, value)
    case .fulfilWith, .rejectWith:
      guard isFulfilled else { return reject(target, value) }
      return settle(
        target, reaction.kind == .fulfilWith ? .fulfilled : .rejected, reaction.onFulfilled)
    case .then, .finally: break
    }
    let callback = isFulfilled ? reaction.onFulfilled : reaction.onRejected
    guard callback.isFunction else {
      return isFulfilled ? try resolve(target, value) : reject(target, value)
    }
    try attempt(target) { () throws(RunFailure) in
      if reaction.kind == .then {
        return try self.resolve(target, self.call(callback, [value]))
      }
      let waited = try self.makePromise(resolvedWith: self.call(callback, []))
      let passed = self.makePromise()
      self.react(
        to: waited, isFulfilled ? .fulfilWith : .rejectWith, value, .undefined, target: passed)
      try self.resolve(target, Value(passed))
    }
  }

  /// Does something whose error rejects a promise; a limit that is reached still ends the run.
  func attempt(
    _ promise: PromiseReference, _ body: () throws(RunFailure) -> Void
  ) throws(RunFailure) {
    let outer = (top, depth)
    do throws(RunFailure) {
      try body()
    } catch {
      guard error.kind == .error || error.kind == .denied else { throw error }
      (top, depth) = outer
      swallowed.append(error)
      reject(promise, errorValue(error))
    }
  }

  /// Returns the value that a callback of `catch` gets for an error.
  func errorValue(_ failure: RunFailure) -> Value { string(failure.message) }

  /// The two functions that settle a promise, of which only the first call counts.
  func resolvers(of promise: PromiseReference) -> (Value, Value) {
    let isDecided = heap.array([.false])
    func function(
      _ name: String, _ settle: @escaping (Machine, Value) throws(RunFailure) -> Void
    ) -> Value {
      makeFunction(name) { (machine, arguments) throws(RunFailure) in
        if isDecided[element: 0].isTruthy { return .undefined }
        isDecided.pointee.elements[0] = .true
        try settle(machine, arguments[0])
        return .undefined
      }
    }
    return (
      function("resolve") { (machine, value) throws(RunFailure) in
        try machine.resolve(promise, value)
      },
      function("reject") { (machine, value) throws(RunFailure) in
        machine.reject(promise, value)
      }
    )
  }

  // MARK: Methods

  /// Calls a method of promises.
  func callPromiseMethod(
    _ promise: PromiseReference, _ name: WellKnownName, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    let target = makePromise()
    switch name {
    case .then: react(to: promise, .then, arguments[0], arguments[1], target: target)
    case .catch: react(to: promise, .then, .undefined, arguments[0], target: target)
    default: react(to: promise, .finally, arguments[0], arguments[0], target: target)
    }
    return Value(target)
  }

  /// A method of a promise as a value.
  func promiseMethod(_ promise: Value, _ name: StringReference) -> Value? {
    let method = name.pointee.wellKnown
    guard method == .then || method == .catch || method == .finally else { return nil }
    return makeFunction(method.text, context: promise) { (machine, arguments) throws(RunFailure) in
      try machine.callPromiseMethod(arguments.context.promise, method, arguments)
    }
  }
}
