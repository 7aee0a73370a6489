extension CodeGenerator {
  mutating func array(
    _ elements: [Expression], into target: Int?
  ) throws(SyntaxError) -> Int {
    let batch = 64
    let result = try destination(target)
    let mark = nextRegister
    // A long literal is built where nothing in it can see it.
    let built = elements.count > batch ? try allocate() : result
    var start = 0
    repeat {
      let end = min(start + batch, elements.count)
      let base = nextRegister
      for element in elements[start..<end] {
        let register = try allocate()
        try evaluate(element, into: register)
        nextRegister = register + 1
      }
      emit(start == 0 ? .makeArray : .appendElements, built, base, end - start)
      nextRegister = base
      start = end
    } while start < elements.count
    if built != result { emit(.move, result, built) }
    nextRegister = mark
    return result
  }

  mutating func object(
    _ properties: [Expression.Property], into target: Int?
  ) throws(SyntaxError) -> Int {
    // What fits one instruction: the first properties, as long as their keys differ.
    var seen: Set<String> = []
    let head = properties.prefix(48).prefix { seen.insert($0.key.text).inserted }
    let rest = properties[head.endIndex...]
    let result = try destination(target)
    let mark = nextRegister
    let built = rest.isEmpty ? result : try allocate()
    let base = nextRegister
    for property in head {
      let register = try allocate()
      try evaluate(property.value, into: register)
      nextRegister = register + 1
    }
    guard script.literals.count <= Int(UInt16.max) else {
      throw SyntaxError("this script has too many object literals", at: position)
    }
    script.literals.append(.init(keys: head.map { index(ofName: $0.key.text) }))
    emit(.makeObject, built, base, script.literals.count - 1)
    nextRegister = base
    for property in rest {
      let value = try evaluate(property.value)
      emit(.setProperty, built, value, try site(property.key.text))
      nextRegister = base
    }
    if built != result { emit(.move, result, built) }
    nextRegister = mark
    return result
  }
}
