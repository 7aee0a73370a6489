/// The operations that one step of the machine can do; `a`, `b` and `c` are registers unless said
/// otherwise.
enum Opcode: UInt8 {
  /// a = constant (b, c).
  case loadConstant
  case move
  /// a = variable b of the script; variable a of the script = b.
  case loadGlobal, storeGlobal
  /// a = the shared variable b of this function; shared variable a = b.
  case loadCaptured, storeCaptured
  /// a = what is in box b; what is in box a = b.
  case loadBoxed, storeBoxed
  /// Puts a into a new box; copies the box a.
  case makeBox, renewBox
  case loadCallee, makeArguments
  case add, subtract, multiply, divide, remainder
  /// The same with constant c.
  case addConstant, subtractConstant, multiplyConstant, remainderConstant
  case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight, shiftRightUnsigned
  case not, negate, bitwiseNot, typeof, toNumber
  /// a = a ± 1.
  case increment, decrement
  case equal, notEqual, identical, notIdentical, less, lessOrEqual
  /// Goes on at an offset of (b, c) instructions; a way back counts as a step.
  case jump
  /// The same if a is true or false.
  case jumpIfTrue, jumpIfFalse
  /// Compares a and b; if the result is d, goes where the `jump` behind it says, else skips that.
  case jumpIfLess, jumpIfLessOrEqual, jumpIfIdentical, jumpIfEqual
  /// The same with constant b.
  case jumpIfLessConstant, jumpIfLessOrEqualConstant
  case jumpIfGreaterConstant, jumpIfGreaterOrEqualConstant
  case jumpIfIdenticalConstant, jumpIfEqualConstant
  /// a = the property of b that site c names; the property of a that site c names = b.
  case getProperty, setProperty, getLength
  /// a = b[c]; a[b] = c.
  case getIndex, setIndex
  /// a = b(b + 1, …) with c arguments.
  case call
  /// a = the method that site c names, of b, with d arguments from b + 1 on.
  case callMethod
  /// a = the method with the name b + 1, of b, with c arguments from b + 2 on.
  case callIndexedMethod
  /// a = an object with the keys of literal c and the values from b on.
  case makeObject
  /// a = an array of the c values from b on; adds them to the array a.
  case makeArray, appendElements
  /// a = function b of the script.
  case makeFunction
  case returnValue, returnUndefined
  /// Begins to walk the keys, or the elements, of b; the state is in a and a + 1.
  case startKeys, startElements
  /// b = the next key, or element, of the state in a, or goes where the `jump` behind it says.
  case nextKey, nextElement
  /// Ends the run with the message in constant (b, c).
  case fail
  /// Notes that line (b, c) was reached.
  case cover
}

/// One step of the machine.
struct Instruction {
  var opcode: Opcode
  var d: UInt8
  var a: UInt16
  var b: UInt16
  var c: UInt16

  /// `b` and `c` as one number.
  @inline(__always) var wide: Int32 {
    Int32(bitPattern: UInt32(b) << 16 | UInt32(c))
  }
}
