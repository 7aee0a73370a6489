import Foundation

/// One request as the server read it.
package struct ReceivedRequest: Sendable {
  package let method: String
  package let path: String
  package let query: [String: String]
  /// The query in order: a name can come again.
  package let queryItems: [(name: String, value: String)]
  /// Names in lower case.
  package let headers: [String: String]
  package let body: String

  /// The members of a posted form.
  package var form: [String: String] { Self.members(body) }

  init(head: [String], body: String) {
    let words = head.first?.split(separator: " ").map(String.init) ?? []
    method = words.first ?? ""
    let target = words.dropFirst().first ?? ""
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    path = parts.first ?? ""
    queryItems = parts.count > 1 ? Self.items(parts[1]) : []
    query = Dictionary(queryItems.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var headers: [String: String] = [:]
    for line in head.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    self.headers = headers
    self.body = body
  }

  private static func members(_ text: String) -> [String: String] {
    Dictionary(items(text).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  private static func items(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map {
        String($0).removingPercentEncoding ?? ""
      }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
  }
}
