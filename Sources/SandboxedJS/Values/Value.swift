/// A value while a script runs: eight bytes that need no reference counting.
///
/// A number is its own bit pattern. Everything else uses bit patterns above those of any number that
/// arithmetic can give: sixteen bits of ``Tag``, then the address of a cell in the ``Heap``. Cells live
/// until their heap ends, so a value is valid exactly as long as the run that made it.
struct Value {
  let bits: UInt64

  /// The kinds of values, other than numbers.
  enum Tag: UInt64 {
    case constant = 0xFFF9
    case string = 0xFFFA
    case array = 0xFFFB
    case object = 0xFFFC
    case function = 0xFFFD
    case promise = 0xFFFE
    /// Something a script can only pass on: a compiled regular expression, credentials.
    case opaque = 0xFFFF
  }

  @inline(__always) init(bits: UInt64) { self.bits = bits }

  /// The value of a number that arithmetic gave.
  @inline(__always) init(_ number: Double) { bits = number.bitPattern }

  @inline(__always) init(_ integer: Int) { bits = Double(integer).bitPattern }

  @inline(__always) init(_ boolean: Bool) { self = boolean ? .true : .false }

  @inline(__always) private init(_ tag: Tag, _ pointer: UnsafeMutableRawPointer) {
    bits = tag.rawValue << 48 | UInt64(UInt(bitPattern: pointer))
  }

  @inline(__always) init(_ string: StringReference) { self.init(.string, string) }
  @inline(__always) init(_ array: ArrayReference) { self.init(.array, array) }
  @inline(__always) init(_ object: ObjectReference) { self.init(.object, object) }
  @inline(__always) init(_ function: FunctionReference) { self.init(.function, function) }
  @inline(__always) init(_ promise: PromiseReference) { self.init(.promise, promise) }
  @inline(__always) init(_ opaque: OpaqueReference) { self.init(.opaque, opaque) }

  /// The value of a number that came from outside: any NaN becomes the one that is no other value.
  init(outside number: Double) { self.init(number.isNaN ? .nan : number) }

  static let undefined = Value(bits: 0xFFF9_0000_0000_0000)
  static let null = Value(bits: 0xFFF9_0000_0000_0001)
  static let `false` = Value(bits: 0xFFF9_0000_0000_0002)
  static let `true` = Value(bits: 0xFFF9_0000_0000_0003)
  /// The value that marks an array element that was never set; scripts see `undefined`.
  static let hole = Value(bits: 0xFFF9_0000_0000_0004)
}

extension Value {
  @inline(__always) var isNumber: Bool { bits < 0xFFF9_0000_0000_0000 }
  @inline(__always) var number: Double { Double(bitPattern: bits) }
  @inline(__always) private func has(_ tag: Tag) -> Bool { bits >> 48 == tag.rawValue }
  @inline(__always) var isString: Bool { has(.string) }
  @inline(__always) var isArray: Bool { has(.array) }
  @inline(__always) var isObject: Bool { has(.object) }
  @inline(__always) var isFunction: Bool { has(.function) }
  @inline(__always) var isPromise: Bool { has(.promise) }
  @inline(__always) var isOpaque: Bool { has(.opaque) }
  @inline(__always) var isUndefined: Bool { bits == Value.undefined.bits }
  @inline(__always) var isNull: Bool { bits == Value.null.bits }
  @inline(__always) var isHole: Bool { bits == Value.hole.bits }
  @inline(__always) var isNullish: Bool { bits | 1 == Value.null.bits }
  @inline(__always) var isBoolean: Bool { bits | 1 == Value.true.bits }
  /// Whether it has a cell and so is equal only to itself.
  @inline(__always) var isReference: Bool { bits >= Tag.array.rawValue << 48 }

  @inline(__always) var tag: Tag {
    isNumber ? .constant : Tag(rawValue: bits >> 48) ?? .constant
  }

  @inline(__always) private var address: UInt { UInt(truncatingIfNeeded: bits & 0xFFFF_FFFF_FFFF) }

  @inline(__always) private func cell<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    // The tag was checked by the caller, and a tagged value is only made from a valid pointer.
    UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped
  }

  // Each of these is valid only if the value is of that kind.
  @inline(__always) var string: StringReference { cell(StringCell.self) }
  @inline(__always) var array: ArrayReference { cell(ArrayCell.self) }
  @inline(__always) var object: ObjectReference { cell(ObjectCell.self) }
  @inline(__always) var function: FunctionReference { cell(FunctionCell.self) }
  @inline(__always) var promise: PromiseReference { cell(PromiseCell.self) }
  @inline(__always) var opaque: OpaqueReference { cell(OpaqueCell.self) }

  /// A box that closures share, kept in a register that no script can read.
  @inline(__always) init(box: UnsafeMutablePointer<Value>) {
    bits = UInt64(UInt(bitPattern: box))
  }
  @inline(__always) var box: UnsafeMutablePointer<Value> {
    UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: bits)).unsafelyUnwrapped
  }
}

extension Value {
  /// Whether a condition with this value holds.
  @inline(__always) var isTruthy: Bool {
    if isNumber { return !(number == 0 || number.isNaN) }
    if isString { return string.pointee.length != 0 }
    return bits >= Value.true.bits && !isHole
  }

  /// The name that `typeof` gives.
  var typeName: WellKnownName {
    if isNumber { return .number }
    switch tag {
    case .constant: return isUndefined || isHole ? .undefined : isNull ? .object : .boolean
    case .string: return .string
    case .function: return .function
    default: return .object
    }
  }
}
