extension ServerAPI {
  static let promise = ServerAPI(
    "Promise", "Makes promises and waits for several of them.",
    methods: [
      (
        "all",
        { (machine, arguments) throws(RunFailure) in
          try machine.promiseOfAll(arguments[0])
        }
      ),
      (
        "create",
        { (machine, arguments) throws(RunFailure) in
          let promise = machine.makePromise()
          let executor = arguments[0]
          guard executor.isFunction else { throw machine.notAFunction(executor) }
          let (resolver, rejecter) = machine.resolvers(of: promise)
          try machine.attempt(promise) { () throws(RunFailure) in
            _ = try machine.call(executor, [resolver, rejecter])
          }
          return Value(promise)
        }
      ),
    ])
}

extension Machine {
  fileprivate func promiseOfAll(_ list: Value) throws(RunFailure) -> Value {
    guard list.isArray else {
      throw .type("Promise.all needs an array, not \(preview(list))")
    }
    let result = makePromise()
    let values = heap.array(list.array.all)
    let waiting = heap.array([Value(values.count)])
    let (_, rejecter) = resolvers(of: result)
    if values.count == 0 { try resolve(result, Value(values)) }
    for index in 0..<values.count {
      let each = try makePromise(resolvedWith: values[element: index])
      let then = makeFunction("all") { (machine, arguments) throws(RunFailure) in
        values.pointee.elements[index] = arguments[0]
        let left = waiting[element: 0].number - 1
        waiting.pointee.elements[0] = Value(left)
        if left == 0 { try machine.resolve(result, Value(values)) }
        return .undefined
      }
      chain(each, then, rejecter)
    }
    return Value(result)
  }
}

extension UnsafeMutablePointer<ArrayCell> {
  /// The elements, with `undefined` for holes.
  var all: [Value] { (0..<count).map { self[element: $0] } }
}
