#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Machine {
  /// Calls a method of strings.
  func callStringMethod(
    _ string: StringReference, _ name: WellKnownName, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    string.flatten(heap)
    switch name {
    case .charAt:
      let index = try number(arguments[0]).rounded(.towardZero)
      let place = index.isNaN ? 0 : index
      guard place >= 0, place < Double(string.count) else { return Value(heap.empty) }
      return Value(heap.string(unit: string.unit(Int(place))))
    case .concat:
      var result = Value(string)
      for index in 0..<arguments.count {
        result = try add(result, Value(try self.string(arguments[index])))
      }
      return result
    case .indexOf:
      let part = try self.string(arguments[0])
      let start = try clamped(arguments[1], to: string.count, missing: 0)
      return Value(try find(part, in: string, from: start))
    case .lastIndexOf: return Value(try findLast(string, arguments))
    case .slice:
      let start = try place(arguments[0], in: string.count, missing: 0)
      let end = try place(arguments[1], in: string.count, missing: string.count)
      return Value(heap.substring(string, start, end))
    case .substring:
      let start = try clamped(arguments[0], to: string.count, missing: 0)
      let end = try clamped(arguments[1], to: string.count, missing: string.count)
      return Value(heap.substring(string, min(start, end), max(start, end)))
    case .split: return try split(string, arguments)
    case .match: return try match(string, arguments[0])
    case .search: return try search(string, arguments[0])
    case .replace: return try replace(string, arguments[0], arguments[1])
    case .toLowerCase, .toLocaleLowerCase: return try changeCase(string, toUpper: false)
    case .toUpperCase, .toLocaleUpperCase: return try changeCase(string, toUpper: true)
    case .trim:
      var (start, end) = (0, string.count)
      while start < end, Self.isSpace(string.unit(start)) { start += 1 }
      while end > start, Self.isSpace(string.unit(end - 1)) { end -= 1 }
      return Value(heap.substring(string, start, end))
    case .toString: return Value(string)
    default: throw .type("\(name.text) is not a function")
    }
  }

  private static func isSpace(_ unit: UInt16) -> Bool {
    Unicode.Scalar(unit).map(JavaScriptNumber.isWhiteSpace) ?? false
  }

  /// An argument that counts places from the start.
  private func clamped(
    _ value: Value, to count: Int, missing: Int
  ) throws(RunFailure) -> Int {
    if value.isUndefined { return missing }
    let number = try number(value)
    return number.isNaN ? 0 : Int(min(max(number, 0), Double(count)))
  }

  // MARK: Searching for strings

  /// The first place of a string in another, from a place on; -1 if there is none.
  func find(
    _ part: StringReference, in string: StringReference, from start: Int
  ) throws(RunFailure) -> Int {
    part.flatten(heap)
    string.flatten(heap)
    if part.count == 0 { return start }
    guard string.count - start >= part.count else { return -1 }
    try charge((string.count - start) / 64)
    if string.isASCII {
      guard part.isASCII else { return -1 }
      return try findBytes(part, in: string, from: start)
    }
    let first = part.unit(0)
    for place in start...(string.count - part.count) where string.units[place] == first {
      if try has(part, at: place, in: string) { return place }
    }
    return -1
  }

  private func findBytes(
    _ part: StringReference, in string: StringReference, from start: Int
  ) throws(RunFailure) -> Int {
    let last = string.count - part.count
    var place = start
    while place <= last,
      let found = memchr(string.bytes + place, Int32(part.bytes[0]), last - place + 1)
    {
      place = found - UnsafeMutableRawPointer(string.bytes)
      if try has(part, at: place, in: string) { return place }
      place += 1
    }
    return -1
  }

  private func has(
    _ part: StringReference, at place: Int, in string: StringReference
  ) throws(RunFailure) -> Bool {
    var index = 0
    while index < part.count, string.unit(place + index) == part.unit(index) { index += 1 }
    if index > 256 { try charge(index / 64) }
    return index == part.count
  }

  private func findLast(
    _ string: StringReference, _ arguments: Arguments
  ) throws(RunFailure) -> Int {
    let part = try self.string(arguments[0])
    part.flatten(heap)
    let limit = try number(arguments[1])
    var place = string.count - part.count
    if !limit.isNaN { place = min(place, Int(min(max(limit, 0), Double(string.count)))) }
    try charge(string.count / 64)
    while place >= 0 {
      if try has(part, at: place, in: string) { return place }
      place -= 1
    }
    return -1
  }

  // MARK: Splitting and changing

  private func split(
    _ string: StringReference, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    let limit =
      arguments[1].isUndefined
      ? Int(UInt32.max) : Int(UInt32(bitPattern: try integer(arguments[1])))
    let result = heap.array(capacity: 4)
    if limit == 0 { return Value(result) }
    if arguments[0].isUndefined {
      result.append(Value(string), heap)
      return Value(result)
    }
    if let pattern = compiledPattern(arguments[0]) {
      return try split(string, by: pattern, limit: limit)
    }
    let separator = try self.string(arguments[0])
    separator.flatten(heap)
    try charge(string.count / 16)
    try reserve(string.count / max(separator.count, 1) * 48)
    if separator.count == 0 {
      for index in 0..<min(string.count, limit) {
        result.append(Value(heap.string(unit: string.unit(index))), heap)
      }
      return Value(result)
    }
    var start = 0
    while result.count < limit {
      let place = try find(separator, in: string, from: start)
      if place < 0 {
        result.append(Value(heap.substring(string, start, string.count)), heap)
        break
      }
      result.append(Value(heap.substring(string, start, place)), heap)
      start = place + separator.count
    }
    return Value(result)
  }

  private func changeCase(
    _ string: StringReference, toUpper: Bool
  ) throws(RunFailure) -> Value {
    try charge(string.count / 64)
    guard string.isASCII else { return try changeWideCase(string, toUpper: toUpper) }
    let first: UInt8 = toUpper ? 0x61 : 0x41
    let source = UnsafeBufferPointer(start: string.bytes, count: string.count)
    guard let start = source.firstIndex(where: { $0 &- first < 26 }) else {
      return Value(string)
    }
    try reserve(source.count)
    let bytes = heap.allocate(UInt8.self, count: source.count)
    bytes.update(from: string.bytes, count: start)
    for index in start..<source.count {
      let byte = source[index]
      bytes[index] = byte &- first < 26 ? byte ^ 0x20 : byte
    }
    return Value(heap.string(sharing: bytes, source.count))
  }

  private func changeWideCase(
    _ string: StringReference, toUpper: Bool
  ) throws(RunFailure) -> Value {
    try charge(string.count)
    try reserve(string.count * 6)
    var units: [UInt16] = []
    units.reserveCapacity(string.count)
    var index = 0
    while index < string.count {
      guard let (scalar, width) = string.scalar(at: index) else {
        units.append(string.unit(index))
        index += 1
        continue
      }
      if !toUpper, scalar == "\u{3A3}" {
        units.append(string.endsWord(at: index) ? 0x3C2 : 0x3C3)
      } else {
        let properties = scalar.properties
        units.append(
          contentsOf: (toUpper ? properties.uppercaseMapping : properties.lowercaseMapping).utf16)
      }
      index += width
    }
    return Value(heap.string(units: units))
  }
}

extension UnsafeMutablePointer<StringCell> {
  /// The character at a unit of a flat string, and its units; `nil` for half a character.
  func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    let unit = unit(index)
    if let scalar = Unicode.Scalar(unit) { return (scalar, 1) }
    guard unit & 0xFC00 == 0xD800, index + 1 < count else { return nil }
    let second = self.unit(index + 1)
    guard second & 0xFC00 == 0xDC00 else { return nil }
    let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
    return Unicode.Scalar(value).map { ($0, 2) }
  }

  /// Whether a letter stands before a unit and none behind it, which decides how a sigma is written.
  fileprivate func endsWord(at index: Int) -> Bool {
    var before = index - 1
    while before >= 0, isIgnoredInWords(before) { before -= 1 }
    var after = index + 1
    while after < count, isIgnoredInWords(after) { after += 1 }
    return before >= 0 && isCased(before) && !(after < count && isCased(after))
  }

  private func isIgnoredInWords(_ index: Int) -> Bool {
    scalar(at: index)?.0.properties.isCaseIgnorable ?? false
  }

  private func isCased(_ index: Int) -> Bool {
    scalar(at: index)?.0.properties.isCased ?? false
  }
}
