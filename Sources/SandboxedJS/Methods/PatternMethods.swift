extension Machine {
  /// Returns the pattern that `createRegex` gave, if a value is one.
  func compiledPattern(_ value: Value) -> Pattern? {
    guard value.isOpaque, case .pattern(let pattern) = opaques[value.opaque.pointee.index]
    else { return nil }
    return pattern
  }

  /// The pattern that an argument of `match` or `search` is; a string is one, too.
  private func pattern(_ value: Value) throws(RunFailure) -> Pattern {
    if let pattern = compiledPattern(value) { return pattern }
    let string = value.isUndefined ? heap.empty : try string(value)
    if let known = patterns[string] { return known }
    string.flatten(heap)
    try charge(string.count)
    do throws(RegularExpressionError) {
      // In a test, the last one that was loaded is the template.
      let cache = scripts.last?.script.patterns ?? PatternCache(of: layout)
      let expression = try cache.expression(string, heap)
      let pattern = Pattern(expression, isGlobal: false)
      heap.count(expression.size)
      if patterns.count >= PatternCache.mostPatterns { patterns.removeAll() }
      patterns.add(pattern, for: string)
      return pattern
    } catch {
      throw RunFailure(
        .error,
        "SyntaxError: Invalid regular expression '\(preview(value))': \(error.message)")
    }
  }

  func match(_ string: StringReference, _ argument: Value) throws(RunFailure) -> Value {
    let pattern = try pattern(argument)
    let subject = PatternSubject(string, heap)
    guard pattern.isGlobal else {
      guard let ranges = try subject.firstMatch(pattern.expression, from: 0, self) else {
        return .null
      }
      return Value(heap.array(ranges.map { part(string, $0) }))
    }
    let found = heap.array()
    try eachMatch(subject, pattern) { (ranges) throws(RunFailure) in
      try self.grow(found, by: 1)
      found.append(self.part(string, ranges[0]), self.heap)
    }
    return found.count == 0 ? .null : Value(found)
  }

  func search(_ string: StringReference, _ argument: Value) throws(RunFailure) -> Value {
    let subject = PatternSubject(string, heap)
    let found = try subject.firstMatch(try pattern(argument).expression, from: 0, self)
    return Value(found?[0]?.lowerBound ?? -1)
  }

  private func part(_ string: StringReference, _ range: Range<Int>?) -> Value {
    guard let range else { return .undefined }
    return Value(heap.substring(string, range.lowerBound, range.upperBound))
  }

  /// Finds all matches of a global pattern, or the first of another.
  private func eachMatch(
    _ subject: PatternSubject, _ pattern: Pattern,
    _ body: ([Range<Int>?]) throws(RunFailure) -> Void
  ) throws(RunFailure) {
    var start = 0
    while start <= subject.string.count,
      let ranges = try subject.firstMatch(pattern.expression, from: start, self),
      let range = ranges[0]
    {
      try charge(1)
      try body(ranges)
      guard pattern.isGlobal else { return }
      start = subject.place(after: range)
    }
  }

  func split(
    _ string: StringReference, by pattern: Pattern, limit: Int
  ) throws(RunFailure) -> Value {
    let subject = PatternSubject(string, heap)
    let result = heap.array(capacity: 4)
    if string.count == 0 {
      if try subject.firstMatch(pattern.expression, from: 0, self) == nil {
        result.append(Value(string), heap)
      }
      return Value(result)
    }
    var (start, place) = (0, 0)
    while place < string.count,
      let ranges = try subject.firstMatch(pattern.expression, from: place, self),
      let range = ranges[0], range.lowerBound < string.count
    {
      try charge(1)
      if range.upperBound == start || range.isEmpty && range.lowerBound == start {
        place = subject.place(after: place..<place)
        continue
      }
      try grow(result, by: ranges.count)
      result.append(Value(heap.substring(string, start, range.lowerBound)), heap)
      for group in ranges.dropFirst() { result.append(part(string, group), heap) }
      start = range.upperBound
      place = range.isEmpty ? subject.place(after: range) : start
      if result.count >= limit { break }
    }
    if result.count < limit {
      result.append(Value(heap.substring(string, start, string.count)), heap)
    }
    result.pointee.count = UInt32(truncatingIfNeeded: min(result.count, limit))
    return Value(result)
  }

  // MARK: Replacing

  func replace(
    _ string: StringReference, _ argument: Value, _ replacement: Value
  ) throws(RunFailure) -> Value {
    let template = replacement.isFunction ? heap.empty : try self.string(replacement)
    template.flatten(heap)
    var pieces: [StringReference] = []
    var end = 0
    func add(_ ranges: [Range<Int>?]) throws(RunFailure) {
      guard let range = ranges[0] else { return }
      pieces.append(heap.substring(string, end, range.lowerBound))
      pieces.append(
        replacement.isFunction
          ? try replacementText(string, ranges, replacement)
          : try substitute(template, string, ranges))
      end = range.upperBound
    }
    if let pattern = compiledPattern(argument) {
      try eachMatch(PatternSubject(string, heap), pattern, add)
    } else {
      let searched = try self.string(argument)
      let place = try find(searched, in: string, from: 0)
      if place >= 0 { try add([place..<(place + searched.count)]) }
    }
    if pieces.isEmpty { return Value(string) }
    pieces.append(heap.substring(string, end, string.count))
    return Value(
      try join(heap.array(pieces.map { Value($0) }), separator: heap.empty))
  }

  private func replacementText(
    _ string: StringReference, _ ranges: [Range<Int>?], _ function: Value
  ) throws(RunFailure) -> StringReference {
    var arguments = ranges.map { part(string, $0) }
    arguments.append(Value(ranges[0]?.lowerBound ?? 0))
    arguments.append(Value(string))
    return try self.string(call(function, arguments))
  }

  /// Returns the text that a replacement with `$1`, `$&` and the like stands for.
  private func substitute(
    _ template: StringReference, _ string: StringReference, _ ranges: [Range<Int>?]
  ) throws(RunFailure) -> StringReference {
    let dollar = UInt16(UInt8(ascii: "$"))
    let whole = ranges[0] ?? 0..<0
    guard try find(heap.string("$"), in: template, from: 0) >= 0 else { return template }
    var pieces: [StringReference] = []
    var (start, place) = (0, 0)
    func add(_ range: Range<Int>?, _ length: Int) {
      pieces.append(heap.substring(template, start, place))
      if let range {
        pieces.append(heap.substring(string, range.lowerBound, range.upperBound))
      }
      place += length
      start = place
    }
    while place + 1 < template.count {
      guard template.unit(place) == dollar else {
        place += 1
        continue
      }
      switch UInt8(truncatingIfNeeded: template.unit(place + 1)) {
      case UInt8(ascii: "$"):
        place += 1
        add(nil, 1)
      case UInt8(ascii: "&"): add(whole, 2)
      case UInt8(ascii: "`"): add(0..<whole.lowerBound, 2)
      case UInt8(ascii: "'"): add(whole.upperBound..<string.count, 2)
      default:
        guard let (group, length) = group(template, place + 1, ranges.count) else {
          place += 1
          continue
        }
        add(ranges[group], length)
      }
    }
    place = template.count
    add(nil, 0)
    return try join(heap.array(pieces.map { Value($0) }), separator: heap.empty)
  }

  /// The group that the digits behind a `$` name, and how long that is with the `$`.
  private func group(
    _ template: StringReference, _ place: Int, _ count: Int
  ) -> (Int, Int)? {
    func digit(_ place: Int) -> Int? {
      guard place < template.count, let byte = UInt8(exactly: template.unit(place)), byte.isDigit
      else { return nil }
      return Int(byte & 0x0F)
    }
    guard let first = digit(place) else { return nil }
    if let second = digit(place + 1), first * 10 + second > 0, first * 10 + second < count {
      return (first * 10 + second, 3)
    }
    return first > 0 && first < count ? (first, 2) : nil
  }
}
