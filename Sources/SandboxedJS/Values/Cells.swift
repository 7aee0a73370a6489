typealias ArrayReference = UnsafeMutablePointer<ArrayCell>
typealias ObjectReference = UnsafeMutablePointer<ObjectCell>
typealias FunctionReference = UnsafeMutablePointer<FunctionCell>
typealias OpaqueReference = UnsafeMutablePointer<OpaqueCell>

/// An array.
struct ArrayCell {
  var elements: UnsafeMutablePointer<Value>
  var count: UInt32
  var capacity: UInt32
  /// Properties other than elements, which hardly any array has.
  var properties: ObjectReference?
  var isFrozen: Bool

  /// No array is longer.
  static let maximumCount = 1 << 26
}

/// An object: the values of the properties that its shape names.
struct ObjectCell {
  var shape: ShapeReference
  var values: UnsafeMutablePointer<Value>
  var capacity: UInt32
}

/// A function of a script with the variables that it uses from outside, or one of the machine's own.
struct FunctionCell {
  /// The code of the function; `nil` for a function of the machine.
  var code: UnsafeMutablePointer<FunctionCode>?
  /// The boxes of the variables that it shares.
  var captured: UnsafeMutablePointer<UnsafeMutablePointer<Value>>
  /// For a function of the machine: its place in the machine's list.
  var native: Int32
  /// For a function of the machine: what it is bound to.
  var context: Value
  var properties: ObjectReference?
}

/// Something that only the machine looks into: its place in the machine's list.
struct OpaqueCell {
  var index: Int
}

extension Heap {
  func array(capacity: Int = 0) -> ArrayReference {
    let cell = allocate(ArrayCell.self)
    cell.initialize(
      to: ArrayCell(
        elements: allocate(Value.self, count: capacity), count: 0,
        capacity: UInt32(truncatingIfNeeded: capacity), properties: nil, isFrozen: false))
    return cell
  }

  func array(_ values: some Collection<Value>) -> ArrayReference {
    let array = array(capacity: values.count)
    for value in values { array.append(value, self) }
    return array
  }

  @inline(__always) func object(
    _ shape: ShapeReference, capacity: Int
  ) -> ObjectReference {
    // The values stand behind the cell until there are more.
    let memory = allocate(MemoryLayout<ObjectCell>.stride &+ MemoryLayout<Value>.stride &* capacity)
    let cell = memory.assumingMemoryBound(to: ObjectCell.self)
    cell.initialize(
      to: ObjectCell(
        shape: shape,
        values: (memory + MemoryLayout<ObjectCell>.stride).assumingMemoryBound(to: Value.self),
        capacity: UInt32(truncatingIfNeeded: capacity)))
    return cell
  }
}

extension UnsafeMutablePointer<ArrayCell> {
  @inline(__always) var count: Int { Int(pointee.count) }

  @inline(__always) subscript(element index: Int) -> Value {
    let value = pointee.elements[index]
    return value.isHole ? .undefined : value
  }

  /// Adds an element; the caller has checked that the array may grow.
  @inline(__always) func append(_ value: Value, _ heap: Heap) {
    if pointee.count == pointee.capacity { reserve(count + 1, heap) }
    pointee.elements[count] = value
    pointee.count &+= 1
  }

  /// Makes room for a number of elements.
  @inline(never) func reserve(_ needed: Int, _ heap: Heap) {
    guard needed > Int(pointee.capacity) else { return }
    let capacity = Swift.max(needed, Int(pointee.capacity) * 2, 4)
    let elements = heap.allocate(Value.self, count: capacity)
    elements.update(from: pointee.elements, count: count)
    pointee.elements = elements
    pointee.capacity = UInt32(truncatingIfNeeded: capacity)
  }
}

extension UnsafeMutablePointer<ObjectCell> {
  /// The value of a property, or `nil` if it has none of that name.
  @inline(__always) func value(_ key: StringReference) -> Value? {
    let slot = pointee.shape.slot(of: key)
    return slot >= 0 ? pointee.values[slot] : nil
  }

  /// Sets a property.
  func set(_ key: StringReference, _ value: Value, _ heap: Heap) {
    if pointee.shape.pointee.isFrozen { return }
    let slot = pointee.shape.slot(of: key)
    if slot >= 0 {
      pointee.values[slot] = value
    } else {
      append(pointee.shape.adding(key, heap), value, heap)
    }
  }

  /// Gives the object the shape that has one more key.
  @inline(__always) func append(_ shape: ShapeReference, _ value: Value, _ heap: Heap) {
    let slot = shape.count &- 1
    if slot >= Int(pointee.capacity) { grow(slot, heap) }
    pointee.values[slot] = value
    pointee.shape = shape
  }

  @inline(never) private func grow(_ used: Int, _ heap: Heap) {
    let capacity = Swift.max(used * 2, 4)
    let values = heap.allocate(Value.self, count: capacity)
    values.update(from: pointee.values, count: used)
    pointee.values = values
    pointee.capacity = UInt32(truncatingIfNeeded: capacity)
  }

  /// Takes a property away; says whether there was one.
  func remove(_ key: StringReference, _ heap: Heap) -> Bool {
    if pointee.shape.pointee.isFrozen { return false }
    let slot = pointee.shape.slot(of: key)
    if slot < 0 { return false }
    if !pointee.shape.pointee.isOwned { pointee.shape = pointee.shape.owned(heap) }
    let count = pointee.shape.count
    for place in slot..<(count - 1) { pointee.values[place] = pointee.values[place + 1] }
    pointee.shape.remove(slot, heap)
    return true
  }

  /// The keys in the order in which scripts see them: array indexes first, by size.
  func keys() -> [StringReference] {
    let shape = pointee.shape
    var keys: [StringReference] = []
    keys.reserveCapacity(shape.count)
    for slot in 0..<shape.count {
      if let key = shape.pointee.keys[slot] { keys.append(key) }
    }
    guard shape.pointee.hasIndexKeys else { return keys }
    let indexes = keys.filter { $0.arrayIndex != nil }
    return indexes.sorted { ($0.arrayIndex ?? 0) < ($1.arrayIndex ?? 0) }
      + keys.filter { $0.arrayIndex == nil }
  }

  /// Makes the object unchangeable.
  func freeze(_ heap: Heap) {
    if pointee.shape.pointee.isFrozen { return }
    pointee.shape = pointee.shape.owned(heap)
    pointee.shape.pointee.isFrozen = true
  }
}
