/// A name and a value of a header, a cookie or a query.
package struct NamedText: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The request that reached the server container.
package struct IncomingRequest: Hashable, Sendable {
  package var method: String
  /// The path without the container's own prefix.
  package var path: String
  /// The part after the `?`, still encoded.
  package var query: String
  package var headers: [NamedText]
  package var body: String?
  /// The visitor's address.
  package var remoteAddress: String

  /// Describes a request.
  ///
  /// - Parameter cookies: names and values as they stand in the `cookie` header, which is made of them.
  package init(
    method: String = "GET", path: String = "/", query: String = "", headers: [NamedText] = [],
    cookies: [NamedText] = [], body: String? = nil, remoteAddress: String = ""
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    if !cookies.isEmpty {
      self.headers.append(
        NamedText("cookie", cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")))
    }
    self.body = body
    self.remoteAddress = remoteAddress
  }

  /// The value of a header whose name may be in any case; repeated headers are joined with `, `.
  package func header(_ name: String) -> String? {
    var value: String?
    for header in headers where header.name.isSameHeader(as: name) {
      value = value.map { "\($0), \(header.value)" } ?? header.value
    }
    return value
  }

  /// The cookies, still encoded, in the order in which they were sent.
  package var cookies: [NamedText] {
    headers.filter { $0.name.isSameHeader(as: "cookie") }.flatMap { header in
      header.value.split(separator: ";").compactMap { pair -> NamedText? in
        let text = pair.drop { $0 == " " || $0 == "\t" }
        guard let equals = text.firstIndex(of: "=") else { return nil }
        return NamedText(String(text[..<equals]), String(text[text.index(after: equals)...]))
      }
    }
  }
}

extension String {
  /// Whether two names of headers are the same; the case of ASCII letters does not count.
  package func isSameHeader(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.lowercased == $1.lowercased }
  }
}

extension UInt8 {
  /// An ASCII capital as its small letter, any other byte as it is.
  fileprivate var lowercased: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }
}
