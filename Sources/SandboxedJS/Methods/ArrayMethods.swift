extension Machine {
  /// Calls a method of arrays.
  func callArrayMethod(
    _ array: ArrayReference, _ name: WellKnownName, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    switch name {
    case .push:
      if array.pointee.isFrozen { return Value(array.count) }
      try grow(array, by: arguments.count)
      for index in 0..<arguments.count { array.append(arguments[index], heap) }
      return Value(array.count)
    case .pop:
      if array.count == 0 || array.pointee.isFrozen { return .undefined }
      array.pointee.count -= 1
      let value = array.pointee.elements[array.count]
      return value.isHole ? .undefined : value
    case .shift:
      if array.count == 0 || array.pointee.isFrozen { return .undefined }
      let value = array[element: 0]
      array.pointee.elements += 1
      array.pointee.count -= 1
      array.pointee.capacity -= 1
      return value
    case .unshift:
      try replace(array, 0, 0, arguments, from: 0)
      return Value(array.count)
    case .forEach, .map, .filter, .every, .some: return try walk(array, name, arguments[0])
    case .reduce, .reduceRight:
      return try reduce(array, fromRight: name == .reduceRight, arguments)
    case .indexOf: return Value(try indexOf(array, arguments))
    case .lastIndexOf: return Value(try lastIndexOf(array, arguments))
    case .join:
      let separator = arguments[0].isUndefined ? heap.string(",") : try string(arguments[0])
      return Value(try join(array, separator: separator))
    case .toString: return Value(try join(array, separator: heap.string(",")))
    case .concat: return try concat(array, arguments)
    case .slice:
      let start = try place(arguments[0], in: array.count, missing: 0)
      let end = try place(arguments[1], in: array.count, missing: array.count)
      return Value(try copy(array, start, Swift.max(start, end)))
    case .splice: return try splice(array, arguments)
    case .reverse:
      if array.pointee.isFrozen { return Value(array) }
      try charge(array.count / 16)
      var elements = UnsafeMutableBufferPointer(
        start: array.pointee.elements, count: array.count)
      elements.reverse()
      return Value(array)
    case .sort: return try sort(array, arguments[0])
    default: throw .type("\(name.text) is not a function")
    }
  }

  /// An argument that counts places, from the end if it is negative.
  func place(
    _ value: Value, in count: Int, missing: Int
  ) throws(RunFailure) -> Int {
    if value.isUndefined { return missing }
    let number = try number(value).rounded(.towardZero)
    if number.isNaN { return 0 }
    let counted = number < 0 ? number + Double(count) : number
    return Int(Swift.min(Swift.max(counted, 0), Double(count)))
  }

  private func copy(
    _ array: ArrayReference, _ start: Int, _ end: Int
  ) throws(RunFailure) -> ArrayReference {
    try charge((end - start) / 16)
    try reserve((end - start) * 8)
    return heap.array(
      UnsafeBufferPointer(start: array.pointee.elements + start, count: end - start))
  }

  // MARK: Callbacks

  private func walk(
    _ array: ArrayReference, _ name: WellKnownName, _ callback: Value
  ) throws(RunFailure) -> Value {
    guard callback.isFunction else { throw notAFunction(callback) }
    let count = array.count
    var result = array
    if name == .map {
      try reserve(count * 8)
      result = heap.array(capacity: count)
    } else if name == .filter {
      result = heap.array()
    }
    for index in 0..<count {
      guard index < array.count, !array.pointee.elements[index].isHole else {
        if name == .map { result.append(.hole, heap) }
        continue
      }
      let value = array.pointee.elements[index]
      let answer = try callBack(callback, value, index, array)
      switch name {
      case .map: result.append(answer, heap)
      case .filter:
        if answer.isTruthy {
          try grow(result, by: 1)
          result.append(value, heap)
        }
      case .every: if !answer.isTruthy { return .false }
      case .some: if answer.isTruthy { return .true }
      default: break
      }
    }
    switch name {
    case .map, .filter: return Value(result)
    case .every: return .true
    case .some: return .false
    default: return .undefined
    }
  }

  private func reduce(
    _ array: ArrayReference, fromRight: Bool, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    let callback = arguments[0]
    guard callback.isFunction else { throw notAFunction(callback) }
    let count = array.count
    var result = arguments[1].isUndefined ? Value.hole : arguments[1]
    for step in 0..<count {
      let index = fromRight ? count - 1 - step : step
      guard index < array.count, !array.pointee.elements[index].isHole else { continue }
      let value = array.pointee.elements[index]
      if result.isHole {
        result = value
        continue
      }
      let base = top
      guard base + 4 < registersEnd else { throw Self.tooDeep }
      base[0] = result
      base[1] = value
      base[2] = Value(index)
      base[3] = Value(array)
      result = try callPrepared(callback, base, 4)
    }
    if result.isHole { throw .type("Reduce on List with no elements.") }
    return result
  }

  // MARK: Searching

  private func indexOf(
    _ array: ArrayReference, _ arguments: Arguments
  ) throws(RunFailure) -> Int {
    let start = try place(arguments[1], in: array.count, missing: 0)
    try charge((array.count - start) / 16)
    for index in start..<array.count
    where !array.pointee.elements[index].isHole
      && identical(array.pointee.elements[index], arguments[0])
    {
      return index
    }
    return -1
  }

  private func lastIndexOf(
    _ array: ArrayReference, _ arguments: Arguments
  ) throws(RunFailure) -> Int {
    try charge(array.count / 16)
    var index = array.count - 1
    if arguments.count > 1 {
      let start = try number(arguments[1]).rounded(.towardZero)
      let counted = start < 0 ? start + Double(array.count) : start
      index = counted < 0 ? -1 : Int(Swift.min(counted.isNaN ? 0 : counted, Double(index)))
    }
    while index >= 0 {
      if !array.pointee.elements[index].isHole,
        identical(array.pointee.elements[index], arguments[0])
      {
        return index
      }
      index -= 1
    }
    return -1
  }

  // MARK: Copies and changes

  private func concat(
    _ array: ArrayReference, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    let result = try copy(array, 0, array.count)
    for index in 0..<arguments.count {
      guard arguments[index].isArray else {
        try grow(result, by: 1)
        result.append(arguments[index], heap)
        continue
      }
      let other = arguments[index].array
      try charge(other.count / 16)
      try grow(result, by: other.count)
      for place in 0..<other.count { result.append(other.pointee.elements[place], heap) }
    }
    return Value(result)
  }

  private func splice(
    _ array: ArrayReference, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    let start = try place(arguments[0], in: array.count, missing: 0)
    var removed = array.count - start
    if arguments.count == 0 {
      removed = 0
    } else if arguments.count > 1 {
      let asked = try number(arguments[1]).rounded(.towardZero)
      removed = Int(Swift.min(Swift.max(asked.isNaN ? 0 : asked, 0), Double(removed)))
    }
    let result = try copy(array, start, start + removed)
    try replace(array, start, removed, arguments, from: 2)
    return Value(result)
  }

  /// Puts arguments where some elements are.
  private func replace(
    _ array: ArrayReference, _ start: Int, _ removed: Int, _ arguments: Arguments,
    from first: Int
  ) throws(RunFailure) {
    if array.pointee.isFrozen { return }
    let added = Swift.max(0, arguments.count - first)
    try charge(array.count / 16)
    if added > removed {
      try grow(array, by: added - removed)
      array.reserve(array.count + added - removed, heap)
    }
    let elements = array.pointee.elements
    let rest = array.count - start - removed
    // The places may overlap.
    (UnsafeMutableRawPointer(elements + start + added)).copyMemory(
      from: elements + start + removed, byteCount: rest * 8)
    for index in 0..<added { elements[start + index] = arguments[first + index] }
    array.pointee.count = UInt32(truncatingIfNeeded: start + added + rest)
  }
}
