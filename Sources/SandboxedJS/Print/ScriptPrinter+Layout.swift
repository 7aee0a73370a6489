extension ScriptPrinter {
  /// An element between commas.
  enum Element {
    case value(Expression)
    case property(Expression.Property)

    var position: SourcePosition {
      switch self {
      case .value(let value): value.position
      case .property(let property): property.key.position
      }
    }

    /// Whether it can start on the line of the list and end on that of its closing mark.
    var opensBlock: Bool {
      guard case .value(let value) = self else { return false }
      switch value.kind {
      case .function(let function):
        if case .block = function.body { return true }
        return false
      case .object(let properties): return !properties.isEmpty
      case .array(let elements): return !elements.isEmpty
      default: return false
      }
    }
  }

  /// Writes a list on one line; with its last element opened where that fits; or an element a line.
  mutating func writeList(_ open: String, _ elements: [Element], _ close: String) {
    put(open)
    let isObject = open == "{"
    guard isReadable, !isFlat, !elements.isEmpty else {
      return writeInline(elements, isObject: isObject, close)
    }
    let last = elements[elements.count - 1]
    if !hasComment(before: last.position) {
      var flat = flat(reserving: 1)
      flat.writeInline(elements, isObject: isObject, close)
      if !flat.isBroken { return append(flat) }
      if open == "(", last.opensBlock, elements.dropLast().allSatisfy({ !$0.opensBlock }) {
        var front = self.flat(reserving: 20)
        for element in elements.dropLast() {
          front.write(element)
          front.put(",")
          front.space()
        }
        if !front.isBroken {
          append(front)
          write(last)
          return put(close)
        }
      }
    }
    indentation += 2
    for (index, element) in elements.enumerated() {
      startLine(of: element.position, after: index == 0)
      write(element)
      if index + 1 < elements.count { put(",") }
    }
    writeCommentsInside(isFirst: false)
    indentation -= 2
    newLine()
    put(close)
  }

  private mutating func writeInline(_ elements: [Element], isObject: Bool, _ close: String) {
    if isObject, !elements.isEmpty { space() }
    for (index, element) in elements.enumerated() {
      if index > 0 {
        put(",")
        space()
      }
      write(element)
    }
    if isObject, !elements.isEmpty { space() }
    put(close)
  }

  private mutating func write(_ element: Element) {
    switch element {
    case .value(let value): write(value)
    case .property(let property):
      noteSource(property.key.position)
      write(key: property.key.text)
      put(":")
      space()
      write(property.value)
    }
  }

  /// Writes operators that bind equally strongly from left to right, broken behind each where the
  /// line is too short for all.
  mutating func writeChain(_ expression: Expression, _ precedence: Int) {
    var parts: [(mark: String, operand: Expression)] = []
    var first = expression
    while first.precedence == precedence {
      if case .binary(let sign, let left, let right) = first.kind {
        parts.append((sign.rawValue, right))
        first = left
      } else if case .logical(let sign, let left, let right) = first.kind {
        parts.append((sign.rawValue, right))
        first = left
      } else {
        break
      }
    }
    if isReadable, !isFlat {
      var flat = flat(reserving: 1)
      flat.writeChain(from: first, parts.reversed(), precedence, isBroken: false)
      if !flat.isBroken { return append(flat) }
    }
    let isBroken = isReadable && !isFlat && parts.count > 1
    writeChain(from: first, parts.reversed(), precedence, isBroken: isBroken)
  }

  private mutating func writeChain(
    from first: Expression, _ parts: [(mark: String, operand: Expression)], _ precedence: Int,
    isBroken: Bool
  ) {
    write(first, above: precedence)
    if isBroken { indentation += 2 }
    for part in parts {
      space()
      put(part.mark)
      if isBroken { newLine() } else { space() }
      write(part.operand, above: precedence + 1)
    }
    if isBroken { indentation -= 2 }
  }

  mutating func writeConditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression
  ) {
    if isReadable, !isFlat {
      var flat = flat(reserving: 1)
      flat.writeConditional(condition, then, otherwise)
      if !flat.isBroken { return append(flat) }
    }
    let isBroken = isReadable && !isFlat
    write(condition, above: 1)
    for (mark, value) in [("?", then), (":", otherwise)] {
      if isBroken { indentation += 2 }
      if isBroken { newLine() } else { space() }
      put(mark)
      space()
      write(value)
      if isBroken { indentation -= 2 }
    }
  }
}
