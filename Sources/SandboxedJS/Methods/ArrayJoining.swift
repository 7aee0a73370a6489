extension Machine {
  /// The elements as strings, joined; an array inside itself is empty.
  func join(
    _ array: ArrayReference, separator: StringReference
  ) throws(RunFailure) -> StringReference {
    if joining.contains(array) { return heap.empty }
    try checkNativeStack()
    joining.append(array)
    defer { joining.removeLast() }
    try charge(array.count / 4)
    var parts: [StringReference] = []
    parts.reserveCapacity(array.count)
    var length = separator.count * Swift.max(0, array.count - 1)
    var isASCII = array.count < 2 || !separator.hasWidePart
    for index in 0..<array.count {
      let value = array[element: index]
      let part = value.isNullish ? heap.empty : try string(value)
      length += part.count
      if part.hasWidePart { isASCII = false }
      parts.append(part)
    }
    guard length <= StringCell.maximumLength else {
      throw RunFailure(.memory, "RangeError: Invalid string length")
    }
    try charge(length / 64)
    try reserve(length * 2)
    separator.flatten(heap)
    if isASCII {
      let bytes = heap.allocate(UInt8.self, count: length)
      var end = bytes
      for (index, part) in parts.enumerated() {
        if index > 0 {
          end.update(from: separator.bytes, count: separator.count)
          end += separator.count
        }
        part.flatten(heap)
        end.update(from: part.bytes, count: part.count)
        end += part.count
      }
      return heap.string(sharing: bytes, length)
    }
    let units = heap.allocate(UInt16.self, count: length)
    var end = units
    func add(_ part: StringReference) {
      part.flatten(heap)
      for index in 0..<part.count { end[index] = part.unit(index) }
      end += part.count
    }
    for (index, part) in parts.enumerated() {
      if index > 0 { add(separator) }
      add(part)
    }
    return heap.string(sharing: units, length)
  }
}
