extension Machine {
  /// Runs a function of a script until it returns.
  ///
  /// Its arguments stand at `base`, where its registers begin. Calls between functions of scripts do not
  /// use the native stack; only methods and APIs that call back come here again.
  /// It is one function, however long: what it keeps in local variables would otherwise be loaded and
  /// stored for every instruction.
  func execute(
    _ entry: FunctionReference, _ base: UnsafeMutablePointer<Value>, _ argumentCount: Int
  ) throws(RunFailure) -> Value {
    try checkNativeStack(isEntry: true)
    guard var code = entry.pointee.code else { return .undefined }
    let outerDepth = depth
    var depth = outerDepth + 1
    guard depth < limits.callDepth, base + Int(code.pointee.registerCount) < registersEnd else {
      throw Self.tooDeep
    }
    var function = entry
    var registers = base
    var argumentCount = argumentCount
    var next = code.pointee.start
    var constants = code.pointee.instance.pointee.constants
    var globals = code.pointee.instance.pointee.globals
    var sites = code.pointee.instance.pointee.sites
    let fuel = heap.fuel
    let frames = frames
    let heap = heap
    if argumentCount < code.pointee.parameterCount {
      for index in argumentCount..<Int(code.pointee.parameterCount) {
        registers[index] = .undefined
      }
    }
    defer { self.depth = outerDepth }

    do throws(RunFailure) {
      while true {
        let step = next.pointee
        next += 1
        let a = Int(step.a)
        let b = Int(step.b)
        let c = Int(step.c)
        switch step.opcode {
        case .loadConstant: registers[a] = constants[Int(step.wide)]
        case .move: registers[a] = registers[b]
        case .loadGlobal: registers[a] = globals[b]
        case .storeGlobal: globals[a] = registers[b]
        case .loadCaptured: registers[a] = function.pointee.captured[b].pointee
        case .storeCaptured: function.pointee.captured[a].pointee = registers[b]
        case .loadBoxed: registers[a] = registers[b].box.pointee
        case .storeBoxed: registers[a].box.pointee = registers[b]
        case .makeBox:
          let box = heap.allocate(Value.self)
          box.initialize(to: registers[a])
          registers[a] = Value(box: box)
        case .renewBox:
          let box = heap.allocate(Value.self)
          box.initialize(to: registers[a].box.pointee)
          registers[a] = Value(box: box)
        case .loadCallee: registers[a] = Value(function)
        case .makeArguments:
          registers[a] = Value(
            heap.array(UnsafeBufferPointer(start: registers, count: argumentCount)))

        // Arithmetic.
        case .add:
          let left = registers[b]
          let right = registers[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number + right.number)
          } else {
            registers[a] = try add(left, right)
          }
        case .addConstant:
          let left = registers[b]
          let right = constants[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number + right.number)
          } else {
            registers[a] = try add(left, right)
          }
        case .subtract:
          let left = registers[b]
          let right = registers[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number - right.number)
          } else {
            registers[a] = Value(try number(left) - number(right))
          }
        case .subtractConstant:
          let left = registers[b]
          let right = constants[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number - right.number)
          } else {
            registers[a] = Value(try number(left) - number(right))
          }
        case .multiply:
          let left = registers[b]
          let right = registers[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number * right.number)
          } else {
            registers[a] = Value(try number(left) * number(right))
          }
        case .multiplyConstant:
          let left = registers[b]
          let right = constants[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number * right.number)
          } else {
            registers[a] = Value(try number(left) * number(right))
          }
        case .divide:
          let left = registers[b]
          let right = registers[c]
          if left.isNumber, right.isNumber {
            registers[a] = Value(left.number / right.number)
          } else {
            registers[a] = Value(try number(left) / number(right))
          }
        case .remainder:
          registers[a] = Value(
            Self.remainder(try number(registers[b]), try number(registers[c])))
        case .remainderConstant:
          registers[a] = Value(
            Self.remainder(try number(registers[b]), try number(constants[c])))
        case .bitwiseAnd:
          registers[a] = Value(Int(try integer(registers[b]) & integer(registers[c])))
        case .bitwiseOr:
          registers[a] = Value(Int(try integer(registers[b]) | integer(registers[c])))
        case .bitwiseXor:
          registers[a] = Value(Int(try integer(registers[b]) ^ integer(registers[c])))
        case .shiftLeft:
          let amount = try integer(registers[c])
          registers[a] = Value(Int(try integer(registers[b]) &<< amount))
        case .shiftRight:
          let amount = try integer(registers[c])
          registers[a] = Value(Int(try integer(registers[b]) &>> amount))
        case .shiftRightUnsigned:
          let amount = UInt32(bitPattern: try integer(registers[c]))
          registers[a] = Value(Int(UInt32(bitPattern: try integer(registers[b])) &>> amount))
        case .not: registers[a] = registers[b].isTruthy ? .false : .true
        case .negate: registers[a] = Value(-(try number(registers[b])))
        case .bitwiseNot: registers[a] = Value(Int(~(try integer(registers[b]))))
        case .typeof: registers[a] = Value(atom(registers[b].typeName))
        case .toNumber:
          let value = registers[b]
          registers[a] = value.isNumber ? value : Value(try number(value))
        case .increment:
          let value = registers[a]
          registers[a] = Value((value.isNumber ? value.number : try number(value)) + 1)
        case .decrement:
          let value = registers[a]
          registers[a] = Value((value.isNumber ? value.number : try number(value)) - 1)

        // Comparisons.
        case .equal: registers[a] = Value(try equal(registers[b], registers[c]))
        case .notEqual: registers[a] = Value(!(try equal(registers[b], registers[c])))
        case .identical: registers[a] = Value(identical(registers[b], registers[c]))
        case .notIdentical: registers[a] = Value(!identical(registers[b], registers[c]))
        case .less:
          let left = registers[b]
          let right = registers[c]
          registers[a] = Value(
            left.isNumber && right.isNumber
              ? left.number < right.number : try less(left, right))
        case .lessOrEqual:
          let left = registers[b]
          let right = registers[c]
          registers[a] = Value(
            left.isNumber && right.isNumber
              ? left.number <= right.number : try lessOrEqual(left, right))

        // Jumps.
        case .jump:
          let offset = Int(step.wide)
          next += offset
          if offset < 0 {
            fuel.pointee &-= 1
            if fuel.pointee < 0 { try checkLimits() }
          }
        case .jumpIfTrue:
          if registers[a].isTruthy {
            let offset = Int(step.wide)
            next += offset
            if offset < 0 {
              fuel.pointee &-= 1
              if fuel.pointee < 0 { try checkLimits() }
            }
          }
        case .jumpIfFalse:
          if !registers[a].isTruthy {
            let offset = Int(step.wide)
            next += offset
            if offset < 0 {
              fuel.pointee &-= 1
              if fuel.pointee < 0 { try checkLimits() }
            }
          }
        case .jumpIfLess:
          let left = registers[a]
          let right = registers[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number < right.number : try less(left, right)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfLessOrEqual:
          let left = registers[a]
          let right = registers[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number <= right.number : try lessOrEqual(left, right)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfLessConstant:
          let left = registers[a]
          let right = constants[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number < right.number : try less(left, right)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfLessOrEqualConstant:
          let left = registers[a]
          let right = constants[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number <= right.number : try lessOrEqual(left, right)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfGreaterConstant:
          let left = registers[a]
          let right = constants[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number > right.number : try less(right, left)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfGreaterOrEqualConstant:
          let left = registers[a]
          let right = constants[b]
          let holds =
            left.isNumber && right.isNumber
            ? left.number >= right.number : try lessOrEqual(right, left)
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfIdentical:
          let holds = identical(registers[a], registers[b])
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfIdenticalConstant:
          let holds = identical(registers[a], constants[b])
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfEqual:
          let holds = try equal(registers[a], registers[b])
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }
        case .jumpIfEqualConstant:
          let holds = try equal(registers[a], constants[b])
          if Self.jump(if: holds, step, &next, fuel) { try checkLimits() }

        // Properties.
        case .getProperty:
          let holder = registers[b]
          let site = sites + c
          if holder.isObject, holder.object.pointee.shape == site.pointee.shape {
            registers[a] = holder.object.pointee.values[site.pointee.slot]
          } else {
            registers[a] = try getProperty(holder, site)
          }
        case .getLength:
          let holder = registers[b]
          if holder.isArray {
            registers[a] = Value(holder.array.count)
          } else if holder.isString {
            registers[a] = Value(holder.string.count)
          } else {
            registers[a] = try getProperty(holder, sites + c)
          }
        case .setProperty:
          let holder = registers[a]
          let site = sites + c
          if holder.isObject, holder.object.pointee.shape == site.pointee.shape {
            if let added = site.pointee.added {
              holder.object.append(added, registers[b], heap)
            } else {
              holder.object.pointee.values[site.pointee.slot] = registers[b]
            }
          } else {
            try setProperty(holder, site, registers[b])
          }
        case .getIndex:
          let holder = registers[b]
          let key = registers[c]
          if holder.isArray, key.isNumber {
            let number = key.number
            let array = holder.array
            if number >= 0, number < Double(array.count) {
              let index = Int(number)
              if Double(index) == number {
                registers[a] = array[element: index]
                continue
              }
            }
          }
          registers[a] = try getIndex(holder, key)
        case .setIndex:
          let holder = registers[a]
          let key = registers[b]
          if holder.isArray, key.isNumber {
            let number = key.number
            let array = holder.array
            if number >= 0, number < Double(array.count) {
              let index = Int(number)
              if Double(index) == number, !array.pointee.isFrozen {
                array.pointee.elements[index] = registers[c]
                continue
              }
            }
          }
          try setIndex(holder, key, registers[c])

        // Calls.
        case .call, .callMethod, .callIndexedMethod:
          let callee: Value
          let arguments: UnsafeMutablePointer<Value>
          let count: Int
          if step.opcode == .call {
            callee = registers[b]
            arguments = registers + b + 1
            count = c
          } else {
            let receiver = registers[b]
            let name: WellKnownName
            if step.opcode == .callMethod {
              arguments = registers + b + 1
              count = Int(step.d)
              let site = sites + c
              if receiver.isObject, receiver.object.pointee.shape == site.pointee.shape {
                callee = receiver.object.pointee.values[site.pointee.slot]
                name = .none
              } else {
                name = site.pointee.name.pointee.wellKnown
                callee =
                  receiver.isString && name.isStringMethod
                  ? .hole : try findMethod(receiver, site)
              }
            } else {
              arguments = registers + b + 2
              count = c
              callee = try findMethod(receiver, registers[b + 1])
              name =
                callee.isHole ? try propertyName(registers[b + 1]).pointee.wellKnown : .none
            }
            if callee.isHole {
              // A method of the machine's own.
              frames[depth] = Frame(
                next: next, registers: registers, function: function, destination: 0)
              self.depth = depth
              top = registers + Int(code.pointee.registerCount)
              fuel.pointee &-= 1
              if fuel.pointee < 0 { try checkLimits() }
              registers[a] = try callMethod(
                receiver, name, Arguments(base: arguments, count: count))
              continue
            }
            if !callee.isFunction {
              let text =
                step.opcode == .callMethod
                ? sites[c].name.text(heap) : preview(registers[b + 1])
              throw .type("\(text) is not a function")
            }
          }
          guard callee.isFunction else { throw notAFunction(callee) }
          let target = callee.function
          guard let targetCode = target.pointee.code else {
            frames[depth] = Frame(
              next: next, registers: registers, function: function, destination: 0)
            self.depth = depth
            top = registers + Int(code.pointee.registerCount)
            registers[a] = try callNative(target, Arguments(base: arguments, count: count))
            continue
          }
          frames[depth] = Frame(
            next: next, registers: registers, function: function, destination: step.a)
          guard depth < limits.callDepth,
            arguments + Int(targetCode.pointee.registerCount) < registersEnd
          else { throw Self.tooDeep }
          depth += 1
          fuel.pointee &-= 1
          if fuel.pointee < 0 { try checkLimits() }
          function = target
          code = targetCode
          registers = arguments
          argumentCount = count
          let parameterCount = Int(code.pointee.parameterCount)
          if count < parameterCount {
            for index in count..<parameterCount { registers[index] = .undefined }
          }
          next = code.pointee.start
          constants = code.pointee.instance.pointee.constants
          globals = code.pointee.instance.pointee.globals
          sites = code.pointee.instance.pointee.sites
        case .returnValue, .returnUndefined:
          let result = step.opcode == .returnValue ? registers[a] : .undefined
          depth -= 1
          if depth == outerDepth { return result }
          let frame = frames[depth]
          next = frame.next
          registers = frame.registers
          function = frame.function
          registers[Int(frame.destination)] = result
          // Only functions of scripts have frames.
          guard let waiting = function.pointee.code else { return .undefined }
          code = waiting
          constants = code.pointee.instance.pointee.constants
          globals = code.pointee.instance.pointee.globals
          sites = code.pointee.instance.pointee.sites

        // Literals.
        case .makeObject:
          let literal = code.pointee.instance.pointee.literals + c
          let count = literal.pointee.count
          let shape = literal.pointee.shape ?? makeShape(ofLiteral: c, in: code)
          let object = heap.object(shape, capacity: max(count, 4))
          object.pointee.values.update(from: registers + b, count: count)
          registers[a] = Value(object)
        case .makeArray:
          registers[a] = Value(heap.array(UnsafeBufferPointer(start: registers + b, count: c)))
        case .appendElements:
          let array = registers[a].array
          for index in 0..<c { array.append(registers[b + index], heap) }
        case .makeFunction:
          let code = code.pointee.instance.pointee.functions + b
          let made = heap.function(code)
          let count = Int(code.pointee.captureCount)
          if count > 0 {
            let captured = heap.allocate(UnsafeMutablePointer<Value>.self, count: count)
            for index in 0..<count {
              let capture = Int(code.pointee.captures[index])
              captured[index] =
                capture >= 0 ? registers[capture].box : function.pointee.captured[-capture - 1]
            }
            made.pointee.captured = captured
          }
          registers[a] = Value(made)

        // Loops over keys and elements.
        case .startKeys:
          registers[a] = try listKeys(registers[b])
          registers[a + 1] = Value(0.0)
        case .startElements:
          guard registers[b].isArray || registers[b].isString else {
            throw .type("The value is not iterable.")
          }
          registers[a] = registers[b]
          registers[a + 1] = Value(0.0)
        case .nextKey, .nextElement:
          let index = Int(registers[a + 1].number)
          let holder = registers[a]
          if index < (holder.isArray ? holder.array.count : holder.string.count) {
            registers[a + 1] = Value(index + 1)
            if holder.isArray {
              registers[b] = holder.array[element: index]
            } else {
              registers[b] = nextCharacter(holder.string, index, &registers[a + 1])
            }
            next += 1
          } else {
            next += Int(next.pointee.wide) + 1
          }

        case .fail: throw RunFailure(.error, constants[Int(step.wide)].string.text(heap))
        case .cover: coveredLines.insert(Int(step.wide))
        }
      }
    } catch {
      var failure = error
      if let place = place(function, next) { failure.trace.append(place) }
      while depth > outerDepth + 1, failure.trace.count < 64 {
        depth -= 1
        if let place = place(frames[depth].function, frames[depth].next) {
          failure.trace.append(place)
        }
      }
      throw failure
    }
  }

  /// Ends a comparison: goes where the `jump` behind it says, or skips that. Says whether steps are used up.
  @inline(__always) private static func jump(
    if holds: Bool, _ step: Instruction, _ next: inout UnsafeMutablePointer<Instruction>,
    _ fuel: UnsafeMutablePointer<Int>
  ) -> Bool {
    guard holds == (step.d != 0) else {
      next += 1
      return false
    }
    let offset = Int(next.pointee.wide)
    next += offset + 1
    guard offset < 0 else { return false }
    fuel.pointee &-= 1
    return fuel.pointee < 0
  }
}
