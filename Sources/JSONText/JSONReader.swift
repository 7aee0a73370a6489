/// Reads one JSON text, strictly by RFC 8259, front to back.
///
/// Elements and members wait on two shared stacks until their array or object ends, so that each
/// array is made once, in its exact size.
struct JSONReader {
  let bytes: [UInt8]
  let options: JSONReadOptions
  /// The byte that is read next.
  var index = 0
  /// How many arrays and objects are open.
  private var depth = 0
  /// The elements of the open arrays.
  private var elements: [JSON] = []
  /// The members of the open objects.
  private var members: [JSONObject.Member] = []
  /// Where the keys of the open objects begin, parallel to `members`.
  private var keyPlaces: [Int] = []
  /// The bytes of a string that has escapes.
  var unescaped: [UInt8] = []

  init(_ bytes: [UInt8], _ options: JSONReadOptions) {
    self.bytes = bytes
    self.options = options
  }

  /// Reads the whole text as one value.
  mutating func document() throws(JSONReadError) -> JSON {
    if hasByteOrderMark { index = 3 }
    skipWhitespace()
    if let kind = obviouslyOther { throw failure(at: index, "expected JSON, found \(kind)") }
    if let invalid = firstInvalidUTF8(in: bytes) { throw invalidUTF8(at: invalid) }
    let value = try value(after: nil)
    skipWhitespace()
    guard index == bytes.count else {
      throw failure(at: index, "expected the end of the text, found \(found(at: index))")
    }
    return value
  }

  /// The byte at `index`; 0, which no JSON text has outside a string, at the end.
  var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      default: return
      }
    }
  }

  /// Reads a value; the index stands on its first byte.
  private mutating func value(after comma: Int?) throws(JSONReadError) -> JSON {
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t") where take("true"): return .bool(true)
    case UInt8(ascii: "f") where take("false"): return .bool(false)
    case UInt8(ascii: "n") where take("null"): return .null
    default: throw noValue(after: comma)
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

  private mutating func array() throws(JSONReadError) -> JSON {
    let start = index
    let first = elements.count
    try open()
    var comma: Int?
    while true {
      skipWhitespace()
      if comma == nil, next == UInt8(ascii: "]") { break }
      let element = try valueInside(start, after: comma)
      elements.append(element)
      skipWhitespace()
      if next == UInt8(ascii: "]") { break }
      guard next == UInt8(ascii: ",") else { throw noSeparator(inside: start) }
      comma = index
      index += 1
    }
    close()
    guard elements.count > first else { return .array([]) }
    let own = Array(elements[first...])
    elements.removeLast(own.count)
    return .array(own)
  }

  private mutating func object() throws(JSONReadError) -> JSON {
    let start = index
    let first = members.count
    var seen = SeenKeys()
    try open()
    var comma: Int?
    while true {
      skipWhitespace()
      if comma == nil, next == UInt8(ascii: "}") { break }
      guard next == UInt8(ascii: "\"") else { throw noKey(inside: start, after: comma) }
      let place = index
      let key = try string()
      let earlier = seen.index(of: key, in: members[first...])
      skipWhitespace()
      guard next == UInt8(ascii: ":") else { throw noColon(after: key, inside: start) }
      if let earlier, options.repeatedKeys == .refused {
        throw repeated(key, at: place, first: keyPlaces[earlier])
      }
      index += 1
      skipWhitespace()
      let value = try valueInside(start, after: nil)
      if let earlier {
        members[earlier].value = value
      } else {
        members.append(JSONObject.Member(key, value))
        keyPlaces.append(place)
      }
      skipWhitespace()
      if next == UInt8(ascii: "}") { break }
      guard next == UInt8(ascii: ",") else { throw noSeparator(inside: start) }
      comma = index
      index += 1
    }
    close()
    guard members.count > first else { return .object(JSONObject()) }
    let own = Array(members[first...])
    members.removeLast(own.count)
    keyPlaces.removeLast(own.count)
    return .object(JSONObject(own))
  }

  /// Reads a value inside an array or object, which an early end of the text then names.
  private mutating func valueInside(
    _ start: Int, after comma: Int?
  ) throws(JSONReadError) -> JSON {
    guard index < bytes.count else { throw endOfText("a value", inside: start) }
    return try value(after: comma)
  }

  private mutating func open() throws(JSONReadError) {
    let limit = min(options.depthLimit, JSONReadOptions.greatestDepth)
    guard depth < limit else {
      throw failure(at: index, "arrays and objects are nested deeper than \(limit) levels")
    }
    depth += 1
    index += 1
  }

  private mutating func close() {
    depth -= 1
    index += 1
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
    var reader = JSONReader(bytes, options)
    return try reader.document()
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
