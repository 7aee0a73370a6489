typealias ShapeReference = UnsafeMutablePointer<Shape>

/// The names of an object's properties, in the order in which they were set.
///
/// Objects that got the same names in the same order share a shape, so that a place in a script that
/// saw a shape once knows where the property is. An object with many properties, one from which a property
/// was deleted, and a frozen one has a shape of its own.
struct Shape {
  var keys: UnsafeMutablePointer<StringReference?>
  var count: UInt32
  var capacity: UInt32
  /// Whether only one object has it, which may change it in place.
  var isOwned: Bool
  /// Whether a key is an array index, which comes before all others when keys are listed.
  var hasIndexKeys: Bool
  /// Whether properties can be neither set nor deleted.
  var isFrozen: Bool
  /// For more than a few keys: a hash table of their places plus one.
  var index: UnsafeMutablePointer<UInt32>?
  var indexCapacity: UInt32
  /// The shape that comes of adding a key: the last one used, and a list of the others.
  var lastAddedKey: StringReference?
  var lastAdded: ShapeReference?
  var nextSibling: ShapeReference?
  var firstChild: ShapeReference?

  /// Up to here keys are found by looking at each.
  static let scanned = 8
  /// Objects with more properties have a shape of their own.
  static let maximumShared = 128
}

extension UnsafeMutablePointer<Shape> {
  @inline(__always) var count: Int { Int(pointee.count) }

  /// The place of a key, or -1.
  @inline(__always) func slot(of key: StringReference) -> Int {
    if pointee.count <= Shape.scanned {
      let keys = pointee.keys
      for slot in 0..<count where keys[slot] == key { return slot }
      return -1
    }
    return indexedSlot(of: key)
  }

  @inline(never) private func indexedSlot(of key: StringReference) -> Int {
    guard let index = pointee.index else {
      for slot in 0..<count where pointee.keys[slot] == key { return slot }
      return -1
    }
    let mask = Int(pointee.indexCapacity) - 1
    var place = Int(key.pointee.hash) & mask
    while index[place] != 0 {
      let slot = Int(index[place]) - 1
      if pointee.keys[slot] == key { return slot }
      place = (place + 1) & mask
    }
    return -1
  }

  /// The shape with one more key.
  @inline(__always) func adding(_ key: StringReference, _ heap: Heap) -> ShapeReference {
    if pointee.lastAddedKey == key, let shape = pointee.lastAdded { return shape }
    return addingSlowly(key, heap)
  }

  @inline(never) private func addingSlowly(
    _ key: StringReference, _ heap: Heap
  ) -> ShapeReference {
    if pointee.isOwned {
      append(key, heap)
      return self
    }
    if pointee.count >= Shape.maximumShared {
      let own = owned(heap)
      own.append(key, heap)
      return own
    }
    var child = pointee.firstChild
    while let shape = child {
      if shape.pointee.keys[shape.count - 1] == key {
        pointee.lastAddedKey = key
        pointee.lastAdded = shape
        return shape
      }
      child = shape.pointee.nextSibling
    }
    let shape = copy(heap)
    shape.append(key, heap)
    shape.pointee.nextSibling = pointee.firstChild
    pointee.firstChild = shape
    pointee.lastAddedKey = key
    pointee.lastAdded = shape
    return shape
  }

  /// A copy that only one object has.
  func owned(_ heap: Heap) -> ShapeReference {
    let shape = copy(heap)
    shape.pointee.isOwned = true
    return shape
  }

  private func copy(_ heap: Heap) -> ShapeReference {
    let shape = heap.allocate(Shape.self)
    let capacity = count < 4 ? count + 1 : count + count / 2 + 1
    let keys = heap.allocate(StringReference?.self, count: capacity)
    keys.update(from: pointee.keys, count: count)
    shape.initialize(
      to: Shape(
        keys: keys, count: pointee.count, capacity: UInt32(capacity), isOwned: false,
        hasIndexKeys: pointee.hasIndexKeys, isFrozen: pointee.isFrozen, index: nil,
        indexCapacity: 0))
    return shape
  }

  private func append(_ key: StringReference, _ heap: Heap) {
    if pointee.count == pointee.capacity {
      let capacity = count * 2 + 4
      let keys = heap.allocate(StringReference?.self, count: capacity)
      keys.update(from: pointee.keys, count: count)
      pointee.keys = keys
      pointee.capacity = UInt32(capacity)
    }
    pointee.keys[count] = key
    pointee.count += 1
    if key.arrayIndex != nil { pointee.hasIndexKeys = true }
    if pointee.count > Shape.scanned { addToIndex(count - 1, heap) }
  }

  private func addToIndex(_ slot: Int, _ heap: Heap) {
    if pointee.index == nil || count * 2 > Int(pointee.indexCapacity) { return rebuildIndex(heap) }
    insertIntoIndex(slot)
  }

  private func insertIntoIndex(_ slot: Int) {
    guard let index = pointee.index, let key = pointee.keys[slot] else { return }
    let mask = Int(pointee.indexCapacity) - 1
    var place = Int(key.pointee.hash) & mask
    while index[place] != 0 { place = (place + 1) & mask }
    index[place] = UInt32(truncatingIfNeeded: slot + 1)
  }

  private func rebuildIndex(_ heap: Heap) {
    var capacity = 32
    while capacity < count * 4 { capacity *= 2 }
    let index = heap.allocate(UInt32.self, count: capacity)
    index.initialize(repeating: 0, count: capacity)
    pointee.index = index
    pointee.indexCapacity = UInt32(truncatingIfNeeded: capacity)
    for slot in 0..<count { insertIntoIndex(slot) }
  }

  /// Takes a key out of an owned shape.
  func remove(_ slot: Int, _ heap: Heap) {
    for place in slot..<(count - 1) { pointee.keys[place] = pointee.keys[place + 1] }
    pointee.count -= 1
    if pointee.count > Shape.scanned {
      rebuildIndexInPlace(heap)
    } else {
      pointee.index = nil
    }
  }

  private func rebuildIndexInPlace(_ heap: Heap) {
    guard let index = pointee.index else { return rebuildIndex(heap) }
    index.update(repeating: 0, count: Int(pointee.indexCapacity))
    for slot in 0..<count { insertIntoIndex(slot) }
  }
}

extension Heap {
  /// The shape of an object without properties.
  func makeEmptyShape() -> ShapeReference {
    let shape = allocate(Shape.self)
    shape.initialize(
      to: Shape(
        keys: allocate(StringReference?.self, count: 1), count: 0, capacity: 1, isOwned: false,
        hasIndexKeys: false, isFrozen: false, index: nil, indexCapacity: 0))
    return shape
  }
}

extension UnsafeMutablePointer<StringCell> {
  /// The number, if a flat string is an array index as JavaScript writes it: no sign, no leading zero.
  var arrayIndex: UInt32? {
    guard isASCII, count > 0, count <= 10, bytes[0].isDigit else { return nil }
    if bytes[0] == UInt8(ascii: "0") { return count == 1 ? 0 : nil }
    var value: UInt64 = 0
    for place in 0..<count {
      guard bytes[place].isDigit else { return nil }
      value = value * 10 + UInt64(bytes[place] & 0x0F)
    }
    return value < UInt64(UInt32.max) ? UInt32(truncatingIfNeeded: value) : nil
  }
}
