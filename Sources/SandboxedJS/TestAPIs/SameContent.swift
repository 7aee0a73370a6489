extension Machine {
  /// Whether two values are equal in content: arrays and objects are compared part by part.
  func sameContent(_ left: Value, _ right: Value) throws(RunFailure) -> Bool {
    var compared: Set<[UInt64]> = []
    return try sameContent(left, right, &compared)
  }

  private func sameContent(
    _ left: Value, _ right: Value, _ compared: inout Set<[UInt64]>
  ) throws(RunFailure) -> Bool {
    if identical(left, right) { return true }
    if left.isNumber, right.isNumber { return left.number.isNaN && right.number.isNaN }
    guard left.isArray && right.isArray || left.isObject && right.isObject else { return false }
    // Two values that contain themselves are equal unless some part says otherwise.
    guard compared.insert([left.bits, right.bits]).inserted else { return true }
    try checkNativeStack()
    if left.isArray {
      let (first, second) = (left.array, right.array)
      guard first.count == second.count else { return false }
      try charge(first.count)
      for index in 0..<first.count
      where !(try sameContent(first[element: index], second[element: index], &compared)) {
        return false
      }
      return true
    }
    let (first, second) = (left.object, right.object)
    guard first.pointee.shape.count == second.pointee.shape.count else { return false }
    try charge(first.pointee.shape.count)
    for key in first.keys() {
      guard let mine = first.value(key), let other = second.value(key),
        try sameContent(mine, other, &compared)
      else { return false }
    }
    return true
  }

  /// The failure of an assertion with what it compared.
  ///
  /// - Parameter asksForEquality: whether the two should have been equal.
  func assertion(
    _ message: String, actual: Value?, expected: Value?, asksForEquality: Bool = false
  ) -> RunFailure {
    var failure = RunFailure(.assertion, message)
    failure.asksForEquality = asksForEquality
    failure.actual = actual.map { copyOut($0) }
    failure.expected = expected.map { copyOut($0) }
    return failure
  }
}
