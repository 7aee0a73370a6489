import JSONText

/// The names and values of a query, decoded as a form is (`application/x-www-form-urlencoded`).
package struct QueryParameters: Hashable, Sendable {
  /// One name and its value.
  package struct Parameter: Hashable, Sendable {
    /// The decoded name.
    package let name: String
    /// The decoded value, empty where the query has no `=`.
    package let value: String
  }

  /// One name and all its values.
  package struct Group: Hashable, Sendable {
    /// The decoded name.
    package let name: String
    /// Its decoded values in their order, at least one.
    package let values: [String]
  }

  /// Every pair, in the order of the query.
  package let all: [Parameter]

  /// Reads a query without its `?`.
  ///
  /// Nothing is rejected: an invalid escape stays as it is, an invalid UTF-8 sequence becomes U+FFFD.
  package init(query: String) {
    all = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      return Parameter(
        name: Self.decode(pair[..<equals]), value: Self.decode(pair[equals...].dropFirst()))
    }
  }

  /// The first value of a name.
  package subscript(name: String) -> String? {
    all.first { $0.name.isExactly(name) }?.value
  }

  /// The names in the order of their first appearance, each with all its values: what
  /// `searchParams` and `getRequestQueryParameters` show as a string or an array of strings.
  package var grouped: [Group] {
    // By bytes: Swift's own equality takes "é" and "e\u{301}" for the same name.
    guard all.count > 1 else { return all.map { Group(name: $0.name, values: [$0.value]) } }
    var order: [[UInt8]: Int] = [:]
    var groups: [(name: String, values: [String])] = []
    for parameter in all {
      let key = Array(parameter.name.utf8)
      if let index = order[key] {
        groups[index].values.append(parameter.value)
      } else {
        order[key] = groups.count
        groups.append((parameter.name, [parameter.value]))
      }
    }
    return groups.map { Group(name: $0.name, values: $0.values) }
  }

  private static func decode(_ bytes: Substring.UTF8View) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(Substring(bytes))
    }
    let spaced = bytes.lazy.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
    return String(decoding: PercentEncoding.decode(spaced), as: UTF8.self)
  }
}
