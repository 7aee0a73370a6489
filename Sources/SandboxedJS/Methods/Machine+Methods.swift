extension Machine {
  /// The function that a place in a script calls as a method; a hole where it is one of the machine's own.
  @inline(never) func findMethod(
    _ receiver: Value, _ site: UnsafeMutablePointer<PropertySite>
  ) throws(RunFailure) -> Value {
    if receiver.isObject {
      let shape = receiver.object.pointee.shape
      let slot = shape.slot(of: site.pointee.name)
      if slot >= 0 {
        if !shape.pointee.isOwned {
          site.pointee.shape = shape
          site.pointee.slot = slot
        }
        return receiver.object.pointee.values[slot]
      }
    }
    return try findNamedMethod(receiver, site.pointee.name)
  }

  /// The function `receiver[key]`, called as a method.
  @inline(never) func findMethod(
    _ receiver: Value, _ key: Value
  ) throws(RunFailure) -> Value {
    if receiver.isNullish {
      throw .type(
        "Can't read property \(preview(Value(try string(key)))) of \(preview(receiver)).")
    }
    if receiver.isArray, key.isNumber { return try getIndex(receiver, key) }
    return try findNamedMethod(receiver, try propertyName(key))
  }

  private func findNamedMethod(
    _ receiver: Value, _ name: StringReference
  ) throws(RunFailure) -> Value {
    let known = name.pointee.wellKnown
    switch receiver.tag {
    case .object:
      if let own = receiver.object.value(name) { return own }
      if known == .toString || known == .hasOwnProperty { return .hole }
      throw .type("Object has no '\(preview(Value(name)))' property.")
    case .array:
      if let own = receiver.array.pointee.properties?.value(name) { return own }
      if known.isArrayMethod || name.arrayIndex != nil {
        return name.arrayIndex == nil ? .hole : try getNamed(receiver, name)
      }
    case .string: if known.isStringMethod { return .hole }
    case .function:
      if let own = receiver.function.pointee.properties?.value(name) { return own }
      if known == .toString || known == .hasOwnProperty { return .hole }
    case .promise:
      if known == .then || known == .catch || known == .finally || known == .toString {
        return .hole
      }
    case .opaque: if known == .toString { return .hole }
    case .constant:
      if receiver.isNullish {
        throw .type("Can't read property \(preview(Value(name))) of \(preview(receiver)).")
      }
      if known == .toString { return .hole }
      throw .type("\(preview(receiver)).\(preview(Value(name))) is not a function.")
    }
    throw .type("\(preview(Value(name))) is not a function")
  }

  /// Calls one of the machine's own methods.
  func callMethod(
    _ receiver: Value, _ name: WellKnownName, _ arguments: Arguments
  ) throws(RunFailure) -> Value {
    if name == .hasOwnProperty { return Value(try hasOwn(receiver, arguments[0])) }
    switch receiver.tag {
    case .string: return try callStringMethod(receiver.string, name, arguments)
    case .array: return try callArrayMethod(receiver.array, name, arguments)
    case .promise:
      if name == .toString { break }
      return try callPromiseMethod(receiver.promise, name, arguments)
    case .constant:
      if receiver.isNumber, !arguments[0].isUndefined {
        let radix = try number(arguments[0])
        guard radix >= 2, radix < 37 else {
          throw RunFailure(
            .error, "RangeError: toString() radix must be between 2 and 36")
        }
        return string(JavaScriptNumber.text(receiver.number, radix: Int(radix)))
      }
    default: break
    }
    return Value(try string(receiver))
  }

  /// Calls a callback of an array method.
  func callBack(
    _ function: Value, _ value: Value, _ index: Int, _ list: ArrayReference
  ) throws(RunFailure) -> Value {
    let base = top
    guard base + 4 < registersEnd else { throw Self.tooDeep }
    base[0] = value
    base[1] = Value(index)
    base[2] = Value(list)
    return try callPrepared(function, base, 3)
  }

  /// Calls a function whose arguments stand at the first free registers.
  func callPrepared(
    _ callee: Value, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(RunFailure) -> Value {
    guard callee.isFunction else { throw notAFunction(callee) }
    if callee.function.pointee.code != nil {
      try charge(1)
      let result = try execute(callee.function, base, count)
      top = base
      return result
    }
    top = base + count
    let result = try callNative(callee.function, Arguments(base: base, count: count))
    top = base
    return result
  }
}

extension WellKnownName {
  var isArrayMethod: Bool {
    switch self {
    case .concat, .every, .filter, .forEach, .indexOf, .join, .lastIndexOf, .map, .pop, .push,
      .reduce, .reduceRight, .reverse, .shift, .slice, .some, .sort, .splice, .toString, .unshift,
      .hasOwnProperty:
      true
    default: false
    }
  }

  var isStringMethod: Bool {
    switch self {
    case .charAt, .concat, .indexOf, .lastIndexOf, .match, .replace, .search, .slice, .split,
      .substring, .toLowerCase, .toLocaleLowerCase, .toString, .toUpperCase, .toLocaleUpperCase,
      .trim, .hasOwnProperty:
      true
    default: false
    }
  }
}
