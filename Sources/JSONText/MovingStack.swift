/// Elements of which the last are taken off together, into an array of their own, without a copy of any.
struct MovingStack<Element>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity = 16

  init() {
    start = .allocate(capacity: capacity)
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  /// An element; the place has to be one of the stack's.
  subscript(place: Int) -> Element {
    get { start[place] }
    _modify { yield &start[place] }
  }

  mutating func append(_ element: consuming Element) {
    if count == capacity { grow() }
    (start + count).initialize(to: element)
    count += 1
  }

  /// Takes off the last element; there has to be one.
  mutating func removeLast() -> Element {
    count -= 1
    return (start + count).move()
  }

  /// Takes off the last elements; there have to be so many.
  mutating func removeLast(_ number: Int) {
    count -= number
    (start + count).deinitialize(count: number)
  }

  /// Takes off everything from a place on.
  mutating func removeAll(from place: Int) -> [Element] {
    let length = count - place
    var array: [Element] = []
    array.reserveCapacity(length)
    for index in place..<count { array.append((start + index).move()) }
    count = place
    return array
  }

  /// The first place from one on whose element is like this.
  func firstIndex(from place: Int, where isMeant: (borrowing Element) -> Bool) -> Int? {
    (place..<count).first { isMeant(start[$0]) }
  }

  private mutating func grow() {
    capacity *= 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
