extension Machine {
  /// Sorts an array in place: by a function, or as strings; `undefined` and holes come last.
  func sort(_ array: ArrayReference, _ order: Value) throws(RunFailure) -> Value {
    guard order.isUndefined || order.isFunction else { throw notAFunction(order) }
    if array.pointee.isFrozen { return Value(array) }
    var values: [Value] = []
    var undefined = 0
    for index in 0..<array.count {
      let value = array.pointee.elements[index]
      if value.isUndefined { undefined += 1 } else if !value.isHole { values.append(value) }
    }
    try charge(array.count)
    if order.isUndefined {
      var texts: [SortedText] = []
      for value in values { texts.append(SortedText(text: try string(value), value: value)) }
      texts = try merged(texts) { (left, right) in right.text.precedes(left.text, self.heap) }
      values = texts.map(\.value)
    } else {
      values = try merged(values) { (left, right) throws(RunFailure) in
        let base = self.top
        guard base + 4 < self.registersEnd else { throw Self.tooDeep }
        base[0] = left
        base[1] = right
        return try self.number(self.callPrepared(order, base, 2)) > 0
      }
    }
    // A comparison may have changed the array's length.
    let count = values.count + undefined
    if count > array.count { try setLength(array, Double(count)) }
    for (index, value) in values.enumerated() { array.pointee.elements[index] = value }
    for index in values.count..<count { array.pointee.elements[index] = .undefined }
    for index in count..<Swift.max(count, array.count) { array.pointee.elements[index] = .hole }
    return Value(array)
  }

  /// Sorts by merging, which keeps the order of equals and survives an order that contradicts itself.
  private func merged<T: BitwiseCopyable>(
    _ values: [T], _ isAfter: (T, T) throws(RunFailure) -> Bool
  ) throws(RunFailure) -> [T] {
    let count = values.count
    var source = UnsafeMutablePointer<T>.allocate(capacity: count + 1)
    var target = UnsafeMutablePointer<T>.allocate(capacity: count + 1)
    defer {
      source.deallocate()
      target.deallocate()
    }
    for index in 0..<count { (source + index).initialize(to: values[index]) }
    var width = 1
    while width < count {
      try charge(count / 16)
      var start = 0
      while start < count {
        let middle = Swift.min(start + width, count)
        let end = Swift.min(middle + width, count)
        var (left, right, place) = (start, middle, start)
        while left < middle, right < end {
          if try isAfter(source[left], source[right]) {
            (target + place).initialize(to: source[right])
            right += 1
          } else {
            (target + place).initialize(to: source[left])
            left += 1
          }
          place += 1
        }
        (target + place).initialize(from: source + left, count: middle - left)
        place += middle - left
        (target + place).initialize(from: source + right, count: end - right)
        start = end
      }
      swap(&source, &target)
      width *= 2
    }
    return Array(UnsafeBufferPointer(start: source, count: count))
  }
}

/// An element with the text that decides its place.
private struct SortedText: BitwiseCopyable {
  let text: StringReference
  let value: Value
}
