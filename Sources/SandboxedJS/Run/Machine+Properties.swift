extension Machine {
  // MARK: Reading

  /// The property of a value that a place in a script names.
  @inline(never) func getProperty(
    _ holder: Value, _ site: UnsafeMutablePointer<PropertySite>
  ) throws(RunFailure) -> Value {
    guard holder.isObject else { return try getNamed(holder, site.pointee.name) }
    let shape = holder.object.pointee.shape
    let slot = shape.slot(of: site.pointee.name)
    if slot < 0 { return .undefined }
    if !shape.pointee.isOwned {
      site.pointee.shape = shape
      site.pointee.slot = slot
      site.pointee.added = nil
    }
    return holder.object.pointee.values[slot]
  }

  /// The property of a value with the name of an atom.
  func getNamed(_ holder: Value, _ name: StringReference) throws(RunFailure) -> Value {
    switch holder.tag {
    case .object: return holder.object.value(name) ?? .undefined
    case .array:
      if name.pointee.wellKnown == .length { return Value(holder.array.count) }
      if let index = name.arrayIndex {
        return index < holder.array.pointee.count
          ? holder.array[element: Int(index)] : .undefined
      }
      return holder.array.pointee.properties?.value(name) ?? .undefined
    case .string:
      if name.pointee.wellKnown == .length { return Value(holder.string.count) }
      if let index = name.arrayIndex { return character(holder.string, Double(index)) }
      return .undefined
    case .function: return holder.function.pointee.properties?.value(name) ?? .undefined
    case .promise: return promiseMethod(holder, name) ?? .undefined
    case .opaque: return .undefined
    case .constant:
      if holder.isNumber || holder.isBoolean { return .undefined }
      throw .type("cannot access property of \(preview(holder)).")
    }
  }

  /// `holder[key]`.
  @inline(never) func getIndex(_ holder: Value, _ key: Value) throws(RunFailure) -> Value {
    if key.isNumber, !holder.isObject {
      if holder.isString { return character(holder.string, key.number) }
      if holder.isArray, key.number >= 0, key.number == key.number.rounded(.down) {
        return key.number < Double(holder.array.count)
          ? holder.array[element: Int(key.number)] : .undefined
      }
    }
    if holder.isNullish || holder.isHole {
      throw .type("cannot access property of \(preview(holder)).")
    }
    return try getNamed(holder, try propertyName(key))
  }

  /// The atom that a key names.
  func propertyName(_ key: Value) throws(RunFailure) -> StringReference {
    atom(try string(key))
  }

  private func character(_ string: StringReference, _ index: Double) -> Value {
    guard index >= 0, index < Double(string.count), index == index.rounded(.down) else {
      return .undefined
    }
    string.flatten(heap)
    return Value(heap.string(unit: string.unit(Int(index))))
  }

  // MARK: Writing

  /// Sets the property of a value that a place in a script names.
  @inline(never) func setProperty(
    _ holder: Value, _ site: UnsafeMutablePointer<PropertySite>, _ value: Value
  ) throws(RunFailure) {
    guard holder.isObject else { return try setNamed(holder, site.pointee.name, value) }
    let before = holder.object.pointee.shape
    let slot = before.slot(of: site.pointee.name)
    if before.pointee.isOwned {
      holder.object.set(site.pointee.name, value, heap)
    } else if slot >= 0 {
      site.pointee.shape = before
      site.pointee.slot = slot
      site.pointee.added = nil
      holder.object.pointee.values[slot] = value
    } else {
      holder.object.set(site.pointee.name, value, heap)
      let after = holder.object.pointee.shape
      if !after.pointee.isOwned {
        site.pointee.shape = before
        site.pointee.added = after
      }
    }
  }

  /// Sets the property of a value with the name of an atom.
  func setNamed(
    _ holder: Value, _ name: StringReference, _ value: Value
  ) throws(RunFailure) {
    switch holder.tag {
    case .object: holder.object.set(name, value, heap)
    case .array: try setNamed(holder.array, name, value)
    case .function:
      let properties = holder.function.pointee.properties ?? makeObject()
      holder.function.pointee.properties = properties
      properties.set(name, value, heap)
    case .string, .promise, .opaque: return
    case .constant:
      if holder.isNumber || holder.isBoolean { return }
      throw .type("Can't set property \(preview(Value(name))) of \(preview(holder)).")
    }
  }

  private func setNamed(
    _ array: ArrayReference, _ name: StringReference, _ value: Value
  ) throws(RunFailure) {
    if array.pointee.isFrozen { return }
    if let index = name.arrayIndex { return try setElement(array, Double(index), value) }
    if name.pointee.wellKnown == .length { return try setLength(array, try number(value)) }
    let properties = array.pointee.properties ?? makeObject()
    array.pointee.properties = properties
    properties.set(name, value, heap)
  }

  /// `holder[key] = value`.
  @inline(never) func setIndex(
    _ holder: Value, _ key: Value, _ value: Value
  ) throws(RunFailure) {
    if holder.isArray, key.isNumber, key.number >= 0, key.number < 4_294_967_295,
      key.number == key.number.rounded(.down)
    {
      return try setElement(holder.array, key.number, value)
    }
    if holder.isNullish {
      throw .type("Can't set property \(preview(Value(try string(key)))) of \(preview(holder)).")
    }
    if key.isNumber, !holder.isObject, !holder.isArray, !holder.isFunction { return }
    try setNamed(holder, try propertyName(key), value)
  }

  /// Sets an element whose index is a whole number that is not negative; what is skipped becomes holes.
  private func setElement(
    _ array: ArrayReference, _ index: Double, _ value: Value
  ) throws(RunFailure) {
    if array.pointee.isFrozen { return }
    let place = Int(index)
    if place < array.count {
      array.pointee.elements[place] = value
    } else if place == array.count {
      try grow(array, by: 1)
      array.append(value, heap)
    } else {
      try setLength(array, index + 1)
      array.pointee.elements[place] = value
    }
  }

  func setLength(_ array: ArrayReference, _ length: Double) throws(RunFailure) {
    guard length >= 0, length == length.rounded(.down), length < 4_294_967_296 else {
      throw RunFailure(.error, "RangeError: Invalid array length")
    }
    let count = Int(length)
    if count > array.count {
      try grow(array, by: count - array.count)
      array.reserve(count, heap)
      (array.pointee.elements + array.count).update(
        repeating: .hole, count: count - array.count)
    }
    array.pointee.count = UInt32(truncatingIfNeeded: count)
  }

  /// Makes sure that an array may have more elements.
  @inline(__always) func grow(_ array: ArrayReference, by count: Int) throws(RunFailure) {
    if array.count &+ count > Int(array.pointee.capacity) { try growSlowly(array, by: count) }
  }

  @inline(never) private func growSlowly(
    _ array: ArrayReference, by count: Int
  ) throws(RunFailure) {
    let needed = array.count + count
    if needed > ArrayCell.maximumCount { throw RunFailure.outOfMemory }
    if needed > 1024 {
      try charge(needed / 64)
      try reserve(Swift.max(needed, Int(array.pointee.capacity) * 2) * 8)
    }
  }

  // MARK: Keys

  /// The keys that `for … in` walks, as they are when it begins.
  func listKeys(_ value: Value) throws(RunFailure) -> Value {
    let keys = heap.array(capacity: 8)
    switch value.tag {
    case .object: for key in value.object.keys() { keys.append(Value(key), heap) }
    case .array:
      let array = value.array
      try charge(array.count / 16)
      try reserve(array.count * 48)
      for index in 0..<array.count where !array.pointee.elements[index].isHole {
        keys.append(Value(string(number: Double(index))), heap)
      }
      for key in array.pointee.properties?.keys() ?? [] { keys.append(Value(key), heap) }
    case .string:
      try charge(value.string.count / 16)
      try reserve(value.string.count * 48)
      for index in 0..<value.string.count {
        keys.append(Value(string(number: Double(index))), heap)
      }
    case .function:
      for key in value.function.pointee.properties?.keys() ?? [] {
        keys.append(Value(key), heap)
      }
    case .constant, .promise, .opaque: break
    }
    return Value(keys)
  }

  /// Whether a value itself has a property.
  func hasOwn(_ holder: Value, _ key: Value) throws(RunFailure) -> Bool {
    let name = try propertyName(key)
    switch holder.tag {
    case .object: return holder.object.value(name) != nil
    case .array:
      if name.pointee.wellKnown == .length { return true }
      if let index = name.arrayIndex {
        return index < holder.array.pointee.count
          && !holder.array.pointee.elements[Int(index)].isHole
      }
      return holder.array.pointee.properties?.value(name) != nil
    case .string:
      if name.pointee.wellKnown == .length { return true }
      return name.arrayIndex.map { Int($0) < holder.string.count } ?? false
    case .function: return holder.function.pointee.properties?.value(name) != nil
    default: return false
    }
  }
}
