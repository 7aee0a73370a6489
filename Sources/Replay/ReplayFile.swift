import JSONText

/// A file that holds no counts of a replay.
package struct ReplayFileError: Error {
  /// The member that is missing or of another kind.
  package let member: String
}

/// A value of such a file, with the name under which it stands.
struct ReplayFile {
  private let value: JSON
  private let name: String

  init(_ value: JSON, _ name: String = "") {
    self.value = value
    self.name = name
  }

  private func member(_ key: String) throws(ReplayFileError) -> ReplayFile {
    guard let member = value[key] else { throw ReplayFileError(member: key) }
    return ReplayFile(member, key)
  }

  func count() throws(ReplayFileError) -> Int {
    // No log has as much, and sums of thousands of files stay far below what a number holds.
    guard let count = value.number?.integer, (0...1 << 42).contains(count) else {
      throw ReplayFileError(member: name)
    }
    return count
  }

  func count(_ key: String) throws(ReplayFileError) -> Int { try member(key).count() }

  func pair() throws(ReplayFileError) -> BeforeAfter {
    BeforeAfter(before: try count("before"), after: try count("after"))
  }

  func pair(_ key: String) throws(ReplayFileError) -> BeforeAfter { try member(key).pair() }

  func text() throws(ReplayFileError) -> String {
    guard let text = value.string else { throw ReplayFileError(member: name) }
    return text
  }

  func list() throws(ReplayFileError) -> [ReplayFile] {
    guard let list = value.array else { throw ReplayFileError(member: name) }
    return list.map { ReplayFile($0, name) }
  }

  func text(_ key: String) throws(ReplayFileError) -> String {
    try member(key).text()
  }

  func texts(_ key: String) throws(ReplayFileError) -> [String] {
    guard let texts = value[key]?.array?.map(\.string), !texts.contains(nil) else {
      throw ReplayFileError(member: key)
    }
    return texts.compactMap(\.self)
  }

  func list(_ key: String) throws(ReplayFileError) -> [ReplayFile] {
    try member(key).list()
  }

  func object<Value>(
    _ read: (ReplayFile) throws(ReplayFileError) -> Value
  ) throws(ReplayFileError) -> [String: Value] {
    guard let object = value.object else { throw ReplayFileError(member: name) }
    var values: [String: Value] = [:]
    for member in object.members {
      values[member.key] = try read(ReplayFile(member.value, member.key))
    }
    return values
  }

  func object<Value>(
    _ key: String, _ read: (ReplayFile) throws(ReplayFileError) -> Value
  ) throws(ReplayFileError) -> [String: Value] {
    try member(key).object(read)
  }
}
