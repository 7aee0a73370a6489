import JSONText
package import SandboxedJS

/// The parameters of a query string or of a line of a body, held to what a browser writes: an invalid escape,
/// or bytes that are no text, mean that the hit was cut off or damaged on its way.
package enum WireQuery {
  /// The parameters in their order; the first of a repeated name counts, as for `getRequestQueryParameter`.
  package static func parameters(of query: String) throws(HitError) -> [NamedText] {
    var query = query
    let result: Result<[NamedText], HitError> = query.withUTF8 { bytes in
      do throws(HitError) {
        return .success(try parameters(of: bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func parameters(
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(HitError) -> [NamedText] {
    var parameters: [NamedText] = []
    parameters.reserveCapacity(48)
    var names = FewNames()
    var many: Set<String> = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "&") { end += 1 }
      let pair = start..<end
      start = end + 1
      guard !pair.isEmpty else { continue }
      var equals = pair.lowerBound
      while equals < end, bytes[equals] != UInt8(ascii: "=") { equals += 1 }
      let name = try text(UnsafeBufferPointer(rebasing: bytes[pair.lowerBound..<equals]), in: nil)
      let value = try text(
        UnsafeBufferPointer(rebasing: bytes[min(equals + 1, end)..<end]), in: name)
      if parameters.count >= FewNames.most {
        if many.isEmpty { many = Set(parameters.map(\.name)) }
        guard many.insert(name).inserted else { continue }
      } else if names.note(name),
        parameters.contains(where: { $0.name.isExactly(name) })
      {
        continue
      }
      parameters.append(NamedText(name, value))
    }
    return parameters
  }

  /// The text of an escaped part; `parameter` is the name that errors tell.
  private static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, in parameter: String?
  ) throws(HitError) -> String {
    var what: String {
      parameter.map { "the value of '\($0.shortened)'" } ?? "the name of a parameter"
    }
    // Most names and values need no decoding.
    var index = 0
    while index < bytes.count, bytes[index] < 0x80, bytes[index] != UInt8(ascii: "%"),
      bytes[index] != UInt8(ascii: "+")
    {
      index += 1
    }
    if index == bytes.count { return String(decoding: bytes, as: UTF8.self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    decoded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<index]))
    var isASCII = true
    while index < bytes.count {
      var byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, let high = digit(bytes[index + 1]),
          let low = digit(bytes[index + 2])
        else {
          throw HitError(
            "\(what) has a '%' without two hexadecimal digits; the hit was cut off or damaged")
        }
        byte = high << 4 | low
        index += 2
      } else if byte == UInt8(ascii: "+") {
        byte = UInt8(ascii: " ")
      }
      isASCII = isASCII && byte < 0x80
      decoded.append(byte)
      index += 1
    }
    let text = String(decoding: decoded, as: UTF8.self)
    // Decoding repairs what is not text, which changes the bytes.
    guard isASCII || text.utf8.elementsEqual(decoded) else {
      throw HitError("\(what) is not valid UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension String {
  /// So much of the text as a message can show.
  var shortened: String {
    utf8.count > 60 ? String(prefix(57)) + "…" : self
  }
}
