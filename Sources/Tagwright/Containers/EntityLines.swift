import TagManager

/// The lines of a container's file on which its entities stand.
///
/// Reads the text once, front to back; of a text that is not the file of a container it knows no line.
struct EntityLines {
  private var lines: [EntityKind: [Int]] = [:]
  private var linesOfMembers: [String: Int] = [:]

  /// The line of the entity's name, or where the entity begins; 1 where that is not known.
  subscript(kind: EntityKind, index: Int) -> Int {
    guard let lines = lines[kind], lines.indices.contains(index) else { return 1 }
    return lines[index]
  }

  /// The line of a member or an element, or of the list that it is in, among those that were asked for.
  subscript(path: String) -> Int? {
    linesOfMembers[path] ?? linesOfMembers[Self.list(of: path)]
  }

  /// The path of the list that a path ends in; the path itself where it ends in none.
  private static func list(of path: String) -> String {
    path.hasSuffix("]") ? String(path[..<(path.lastIndex(of: "[") ?? path.endIndex)]) : path
  }

  /// - Parameter paths: the members and elements whose lines are wanted, such as `containerVersion.tag[3].name`.
  init(_ bytes: [UInt8], paths: [String] = []) {
    /// An open object or list; `key` is the member that is read in it, `index` the element.
    struct Open {
      let isObject: Bool
      var key = ""
      var index = 0
    }
    let wanted = Set(paths + paths.map(Self.list))
    var open: [Open] = []
    var entity: (kind: EntityKind, depth: Int)?
    var line = 1
    var index = 0
    func note() {
      guard !wanted.isEmpty else { return }
      let path = open.reduce(into: "") { path, open in
        path += open.isObject ? (path.isEmpty ? "" : ".") + open.key : "[\(open.index)]"
      }
      if wanted.contains(path) { linesOfMembers[path] = line }
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: ","):
        if open.last?.isObject == false { open[open.count - 1].index += 1 }
      case UInt8(ascii: "{"):
        if open.last?.isObject == false { note() }
        if entity == nil, open.last?.isObject == false, let kind = Self.kind(open.map(\.key)) {
          entity = (kind, open.count + 1)
          lines[kind, default: []].append(line)
        }
        open.append(Open(isObject: true))
      case UInt8(ascii: "["): open.append(Open(isObject: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if entity?.depth == open.count { entity = nil }
        _ = open.popLast()
      case UInt8(ascii: "\""):
        let start = index + 1
        index = Self.end(ofTextAt: start, in: bytes)
        guard open.last?.isObject == true, Self.isKey(endingAt: index, in: bytes) else { break }
        let key = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        open[open.count - 1].key = key
        note()
        if let entity, entity.depth == open.count, key == entity.kind.nameMember,
          let last = lines[entity.kind]?.indices.last
        {
          lines[entity.kind]?[last] = line
        }
      default: break
      }
      index += 1
    }
  }

  /// The kind of the entities in a list, by the members that lead to it from the top.
  private static func kind(_ keys: [String]) -> EntityKind? {
    switch keys.count {
    case 2: EntityKind(rawValue: keys[0])
    case 3 where keys[0] == "containerVersion": EntityKind(rawValue: keys[1])
    default: nil
    }
  }

  /// The closing quotation mark of a text.
  private static func end(ofTextAt start: Int, in bytes: [UInt8]) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }

  /// Whether a colon follows.
  private static func isKey(endingAt end: Int, in bytes: [UInt8]) -> Bool {
    var index = end + 1
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }
}
