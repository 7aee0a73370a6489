extension Machine {
  /// Values deeper than this, or with more parts in all, are not copied.
  private static let maximumDepth = 200
  private static let maximumParts = 1_000_000

  /// Brings a value into the run.
  func value(_ value: ScriptValue) throws(RunFailure) -> Value {
    switch value {
    case .undefined, .function: return .undefined
    case .null: return .null
    case .boolean(let value): return Value(value)
    case .number(let value): return Value(outside: value)
    case .string(let text):
      try reserve(text.utf8.count * 2)
      return string(text)
    case .array(let values):
      try reserve(values.count * 8)
      let array = heap.array(capacity: values.count)
      for element in values { array.append(try self.value(element), heap) }
      return Value(array)
    case .object(let members):
      let object = makeObject(capacity: members.count)
      for member in members { object.set(atom(member.key), try self.value(member.value), heap) }
      return Value(object)
    }
  }

  /// Takes a copy of a value out of the run; what contains itself is `undefined` there.
  func copyOut(_ value: Value) -> ScriptValue {
    var parts = Self.maximumParts
    let copy = copyOut(value, 0, &parts)
    heap.count((Self.maximumParts - parts) * MemoryLayout<ScriptValue.Member>.stride)
    return copy
  }

  private func copyOut(_ value: Value, _ depth: Int, _ parts: inout Int) -> ScriptValue {
    if value.isNumber { return .number(value.number) }
    switch value.tag {
    case .constant:
      return value.isUndefined || value.isHole
        ? .undefined : value.isNull ? .null : .boolean(value.isTruthy)
    case .string:
      heap.count(value.string.count)
      return .string(value.string.text(heap))
    case .function: return .function
    case .promise, .opaque: return .object([])
    case .array:
      parts -= value.array.count
      if depth > Self.maximumDepth || parts < 0 { return .undefined }
      return .array(
        (0..<value.array.count).map { copyOut(value.array[element: $0], depth + 1, &parts) })
    case .object:
      parts -= value.object.pointee.shape.count
      if depth > Self.maximumDepth || parts < 0 { return .undefined }
      return .object(
        value.object.keys().map { key in
          ScriptValue.Member(
            key.text(heap), copyOut(value.object.value(key) ?? .undefined, depth + 1, &parts))
        })
    }
  }

  /// A copy of a value, which nothing else in the run can change; functions stay the same.
  func deepCopy(_ value: Value, _ depth: Int = 0) throws(RunFailure) -> Value {
    guard value.isArray || value.isObject else { return value }
    guard depth < Self.maximumDepth else {
      throw RunFailure(.error, "RangeError: this value nests too deeply to be copied")
    }
    if value.isArray {
      let source = value.array
      try charge(source.count)
      try reserve(source.count * 8)
      let copy = heap.array(capacity: source.count)
      for index in 0..<source.count {
        copy.append(try deepCopy(source.pointee.elements[index], depth + 1), heap)
      }
      return Value(copy)
    }
    let source = value.object
    let count = source.pointee.shape.count
    try charge(count)
    let shape =
      source.pointee.shape.pointee.isOwned
      ? source.pointee.shape.owned(heap) : source.pointee.shape
    shape.pointee.isFrozen = false
    let copy = heap.object(shape, capacity: Swift.max(count, 1))
    for slot in 0..<count {
      copy.pointee.values[slot] = try deepCopy(source.pointee.values[slot], depth + 1)
    }
    return Value(copy)
  }
}
