extension Heap {
  /// A string over ASCII bytes that live as long as the heap.
  @inline(__always) func string(
    sharing bytes: UnsafeMutablePointer<UInt8>, _ count: Int
  ) -> StringReference {
    let cell = allocate(StringCell.self)
    cell.initialize(
      to: StringCell(length: count, form: .ascii, first: UnsafeMutableRawPointer(bytes)))
    return cell
  }

  /// A string over UTF-16 units that live as long as the heap; units that are all ASCII are copied to bytes.
  func string(sharing units: UnsafeMutablePointer<UInt16>, _ count: Int) -> StringReference {
    if UnsafeMutableBufferPointer(start: units, count: count).allSatisfy({ $0 < 0x80 }) {
      let bytes = allocate(UInt8.self, count: count)
      for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: units[index]) }
      return string(sharing: bytes, count)
    }
    let cell = allocate(StringCell.self)
    cell.initialize(
      to: StringCell(length: count, form: .wide, first: UnsafeMutableRawPointer(units)))
    return cell
  }

  /// A string of a text.
  func string(_ text: String) -> StringReference {
    var text = text
    return text.withUTF8 { string(utf8: $0) }
  }

  /// A string of valid UTF-8.
  func string(utf8: UnsafeBufferPointer<UInt8>) -> StringReference {
    if utf8.isASCII {
      let bytes = allocate(UInt8.self, count: utf8.count)
      if let start = utf8.baseAddress { bytes.update(from: start, count: utf8.count) }
      return string(sharing: bytes, utf8.count)
    }
    let units = allocate(UInt16.self, count: utf8.count)
    var count = 0
    _ = transcode(
      utf8.makeIterator(), from: UTF8.self, to: UTF16.self, stoppingOnError: false
    ) { unit in
      // A byte gives at most one unit, except for U+FFFD, which stands for at least one byte.
      units[count] = unit
      count += 1
    }
    return string(sharing: units, count)
  }

  /// A string of UTF-16 units.
  func string(units source: some Collection<UInt16>) -> StringReference {
    let units = allocate(UInt16.self, count: source.count)
    var count = 0
    for unit in source {
      units[count] = unit
      count += 1
    }
    return string(sharing: units, count)
  }

  /// A string of ASCII bytes.
  func string(ascii source: some Collection<UInt8>) -> StringReference {
    let bytes = allocate(UInt8.self, count: source.count)
    var count = 0
    for byte in source {
      bytes[count] = byte
      count += 1
    }
    return string(sharing: bytes, count)
  }

  /// The string of one UTF-16 unit.
  func string(unit: UInt16) -> StringReference {
    if unit < 0x80 { return character(UInt8(truncatingIfNeeded: unit)) }
    let units = allocate(UInt16.self, count: 1)
    units[0] = unit
    return string(sharing: units, 1)
  }

  /// Part of a flat string, which shares its text.
  func substring(_ string: StringReference, _ start: Int, _ end: Int) -> StringReference {
    if start >= end { return empty }
    if end - start == 1 { return self.string(unit: string.unit(start)) }
    if start == 0, end == string.count { return string }
    return string.isASCII
      ? self.string(sharing: string.bytes + start, end - start)
      : self.string(sharing: string.units + start, end - start)
  }

  /// Two strings joined; `nil` if that is too long.
  @inline(__always) func join(
    _ left: StringReference, _ right: StringReference
  ) -> StringReference? {
    let length = left.count &+ right.count
    if length >= StringCell.ropeLength, left.count != 0, right.count != 0 {
      if length > StringCell.maximumLength { return nil }
      let cell = allocate(StringCell.self)
      cell.initialize(
        to: StringCell(
          length: length, form: .rope, first: UnsafeMutableRawPointer(left), right: right))
      cell.pointee.isWideRope = left.hasWidePart || right.hasWidePart
      return cell
    }
    return joinShort(left, right)
  }

  /// A short ASCII string with a whole number behind it; `nil` where it is neither.
  func join(_ left: StringReference, integer number: Double) -> StringReference? {
    guard left.isASCII, left.count < StringCell.ropeLength, number >= 0, number < 1e9 else {
      return nil
    }
    let integer = UInt32(number)
    guard Double(integer) == number else { return nil }
    let count = Heap.digitCount(integer)
    let bytes = allocate(UInt8.self, count: left.count + count)
    for index in 0..<left.count { bytes[index] = left.bytes[index] }
    Heap.write(integer, count, at: bytes + left.count)
    return string(sharing: bytes, left.count + count)
  }

  @inline(never) private func joinShort(
    _ left: StringReference, _ right: StringReference
  ) -> StringReference {
    if left.count == 0 { return right }
    if right.count == 0 { return left }
    let length = left.count + right.count
    if left.isASCII, right.isASCII {
      let bytes = allocate(UInt8.self, count: length)
      bytes.update(from: left.bytes, count: left.count)
      (bytes + left.count).update(from: right.bytes, count: right.count)
      return string(sharing: bytes, length)
    }
    left.flatten(self)
    right.flatten(self)
    let units = allocate(UInt16.self, count: length)
    for index in 0..<left.count { units[index] = left.unit(index) }
    for index in 0..<right.count { units[left.count + index] = right.unit(index) }
    return string(sharing: units, length)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are ASCII; without a way out in between, several are looked at at once.
  var isASCII: Bool { reduce(0) { $0 | $1 } < 0x80 }
}
