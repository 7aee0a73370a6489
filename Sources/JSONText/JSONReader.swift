/// Reads one JSON text, strictly by RFC 8259, front to back.
///
/// Open arrays and objects wait on a stack of their own, not on the thread's: depth costs memory only.
/// Their elements and members wait on two shared stacks until the array or object ends, so that each
/// array is made once, in its exact size.
struct JSONReader: ~Copyable {
  /// An array or object whose end has not been read yet.
  private struct Open {
    /// The place of its bracket.
    let start: Int
    /// Whether it is an object.
    let isObject: Bool
    /// The place of its first element or member on the shared stack.
    let first: Int
    /// The place of the last comma.
    var comma: Int?
    /// The keys so far, and the last of them: its text, its place, the member that had it before.
    var seen = SeenKeys()
    var key = ""
    var keyPlace = 0
    var earlier: Int?
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let options: JSONReadOptions
  /// The byte that is read next.
  var index = 0
  /// The bytes of a string that has escapes.
  var unescaped: [UInt8] = []
  /// The short texts that were read.
  let shortTexts: ShortTexts
  private var open = MovingStack<Open>()
  private var elements = MovingStack<JSON>()
  private var members = MovingStack<JSONObject.Member>()
  /// The places where the keys of the open objects begin, parallel to `members`.
  private var keyPlaces = MovingStack<Int>()

  /// Reads bytes, which have to live as long as the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: JSONReadOptions) {
    self.bytes = bytes
    self.options = options
    shortTexts = ShortTexts(ofDocument: bytes.count)
  }

  /// Reads the whole text as one value.
  mutating func document() throws(JSONReadError) -> JSON {
    if hasByteOrderMark { index = 3 }
    skipWhitespace()
    if let kind = obviouslyOther { throw failure(at: index, "expected JSON, found \(kind)") }
    if let invalid = firstInvalidUTF8(in: bytes) { throw invalidUTF8(at: invalid) }
    let value = try value()
    skipWhitespace()
    guard index == bytes.count else {
      throw failure(at: index, "expected the end of the text, found \(found(at: index))")
    }
    return value
  }

  /// The byte at `index`; 0, which no JSON text has outside a string, at the end.
  var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always) mutating func skipWhitespace() {
    if index < bytes.count, bytes[index] <= UInt8(ascii: " ") { skipSpaces() }
  }

  @inline(never) private mutating func skipSpaces() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      default: return
      }
    }
  }

  /// Reads a value with all that is in it; the index stands on its first byte.
  private mutating func value() throws(JSONReadError) -> JSON {
    while true {
      var value: JSON
      if next == UInt8(ascii: "[") || next == UInt8(ascii: "{") {
        guard let empty = try begin() else { continue }
        value = empty
      } else {
        value = try scalar()
      }
      while true {
        guard open.count > 0 else { return value }
        let last = open.count - 1
        append(value, to: last)
        skipWhitespace()
        if next == UInt8(ascii: ",") {
          open[last].comma = index
          index += 1
          skipWhitespace()
          if open[last].isObject { try key(of: last) }
          break
        }
        guard next == (open[last].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw noSeparator(inside: open[last].start)
        }
        value = end(open.removeLast())
      }
    }
  }

  private mutating func scalar() throws(JSONReadError) -> JSON {
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t") where take("true"): return .bool(true)
    case UInt8(ascii: "f") where take("false"): return .bool(false)
    case UInt8(ascii: "n") where take("null"): return .null
    default:
      let last = open.count > 0 ? open[open.count - 1] : nil
      if index == bytes.count, let last {
        throw endOfText("a value", inside: last.start)
      }
      let comma = last.flatMap { $0.isObject ? nil : $0.comma }
      throw noValue(after: comma)
    }
  }

  /// Skips a word, if it stands here and ends here.
  private mutating func take(_ word: StaticString) -> Bool {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count, wordEnd(from: index) == end else { return false }
    let same = word.withUTF8Buffer { $0.elementsEqual(bytes[index..<end]) }
    if same { index = end }
    return same
  }

  /// Reads the start of an array or object up to its first value; an empty one whole.
  private mutating func begin() throws(JSONReadError) -> JSON? {
    let limit = min(options.depthLimit, JSONReadOptions.greatestDepth)
    guard open.count < limit else {
      throw failure(at: index, "arrays and objects are nested deeper than \(limit) levels")
    }
    let isObject = next == UInt8(ascii: "{")
    let first = isObject ? members.count : elements.count
    open.append(Open(start: index, isObject: isObject, first: first))
    index += 1
    skipWhitespace()
    if next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return end(open.removeLast()) }
    if isObject { try key(of: open.count - 1) }
    return nil
  }

  /// Reads a key and its colon, up to its value.
  private mutating func key(of object: Int) throws(JSONReadError) {
    guard next == UInt8(ascii: "\"") else {
      throw noKey(inside: open[object].start, after: open[object].comma)
    }
    let place = index
    let key = try string()
    let earlier = open[object].seen.index(of: key, in: members, from: open[object].first)
    if let earlier, options.repeatedKeys == .refused {
      throw repeated(key, at: place, first: keyPlaces[earlier])
    }
    skipWhitespace()
    guard next == UInt8(ascii: ":") else { throw noColon(after: key, inside: open[object].start) }
    index += 1
    skipWhitespace()
    open[object].key = key
    open[object].keyPlace = place
    open[object].earlier = earlier
  }

  private mutating func append(_ value: JSON, to last: Int) {
    guard open[last].isObject else { return elements.append(value) }
    if let earlier = open[last].earlier {
      members[earlier].value = value
    } else {
      members.append(JSONObject.Member(open[last].key, value))
      keyPlaces.append(open[last].keyPlace)
    }
  }

  /// Takes the elements or members of an array or object off the shared stack, past its last bracket.
  private mutating func end(_ last: Open) -> JSON {
    index += 1
    if last.isObject {
      let own = members.removeAll(from: last.first)
      keyPlaces.removeLast(own.count)
      return .object(JSONObject(own))
    }
    return .array(elements.removeAll(from: last.first))
  }
}

extension JSON {
  /// Reads a JSON text, strictly by RFC 8259; a UTF-8 byte order mark before it is skipped.
  ///
  /// Throws at the first thing that is wrong: syntax, a repeated key, invalid UTF-8, half a surrogate
  /// pair, too deep nesting, anything after the value, an early end.
  package static func read(
    _ bytes: [UInt8], _ options: JSONReadOptions = JSONReadOptions()
  ) throws(JSONReadError) -> JSON {
    try bytes.withUnsafeBufferPointer { (bytes) throws(JSONReadError) in
      var reader = JSONReader(bytes, options)
      return try reader.document()
    }
  }

  /// Reads a JSON text from a file's bytes; errors name the file.
  package static func read(_ bytes: [UInt8], file: String?) throws(JSONReadError) -> JSON {
    try read(bytes, JSONReadOptions(file: file))
  }

  /// Reads a JSON text from a string.
  package static func read(
    _ text: String, _ options: JSONReadOptions = JSONReadOptions()
  ) throws(JSONReadError) -> JSON {
    try read(Array(text.utf8), options)
  }
}
