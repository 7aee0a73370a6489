package import SandboxedJS

/// Names of the event data that a container reads, and those under which hits bring the same thing instead.
package final class NearNames: Sendable {
  /// A value that a hit brings under a name which nobody reads.
  package struct Hint: Hashable, Sendable {
    /// The name in the hit, such as `ecommerce.value`.
    package let brought: String
    /// The name that the container reads, and that the hit has no value for.
    package let read: String

    /// The hint in words: lower case, without a full stop.
    package var text: String {
      "the hit has '\(brought)', which no tag reads; '\(read)' is read, and the hit has none"
    }
  }

  /// The container's use of a path.
  private struct Use {
    /// Whether exactly this path is read.
    let isRead: Bool
    /// Whether this path, what holds it or what is in it is read.
    let isNearRead: Bool
    /// The paths that are read and mean the same.
    let meant: [String]
  }

  /// The uses of the paths that hits brought so far: nearly all hits bring the same.
  private let uses = Remembered<String, Use>(atMost: 4_096)

  private let read: Set<String>
  /// The paths of what holds something that is read.
  private let holders: Set<Substring>
  /// The paths that are read, by what they mean.
  private let pathsByMeaning: [String: [String]]

  /// Gathers what the variables and the templates of a container read.
  package init(_ container: ContainerProgram) {
    let paths = container.eventDataPaths
    read = Set(paths)
    holders = Set(paths.flatMap { $0.holders })
    pathsByMeaning = Dictionary(grouping: paths, by: Self.meaning)
  }

  /// Returns hints about values that a hit brings under a name that is near to one that is read.
  package func hints(for eventData: ScriptValue) -> [Hint] {
    var hints: [Hint] = []
    for (path, meant) in unreadPaths(of: eventData) {
      let missing = meant.first { name in
        name != path && !Self.hasValue(eventData.value(at: name))
      }
      let isAnswered = meant.contains { Self.hasValue(eventData.value(at: $0)) }
      if let missing, !isAnswered { hints.append(Hint(brought: path, read: missing)) }
    }
    return hints
  }

  private func use(of path: String) -> Use {
    let isRead = read.contains(path)
    return Use(
      isRead: isRead,
      isNearRead: isRead || holders.contains(path[...])
        || path.holders.contains { read.contains(String($0)) },
      meant: pathsByMeaning[Self.meaning(path)] ?? [])
  }

  private static func hasValue(_ value: ScriptValue?) -> Bool {
    switch value {
    case nil, .undefined?, .null?: false
    case .string(let text)?: !MissingText.isMissing(text)
    case .object(let members)?: !members.isEmpty
    case .array(let elements)?: !elements.isEmpty
    default: true
    }
  }

  /// The paths of the values of a hit that nobody reads while what they mean is read under another name, as deep as names
  /// of parameters go; Google's own are left out.
  private func unreadPaths(of eventData: ScriptValue) -> [(path: String, meant: [String])] {
    var paths: [(String, [String])] = []
    func add(_ value: ScriptValue, _ path: String, depth: Int) {
      let use = uses.answer(to: path, use)
      if case .object(let members) = value, depth < 3 {
        guard !use.isRead else { return }
        for member in members { add(member.value, path + "." + member.key, depth: depth + 1) }
      } else if !use.isNearRead, !use.meant.isEmpty, Self.hasValue(value) {
        paths.append((path, use.meant))
      }
    }
    if case .object(let members) = eventData {
      for member in members where !member.key.hasPrefix("x-") {
        add(member.value, member.key, depth: 1)
      }
    }
    return paths
  }

  // MARK: What a name means

  /// Returns the meaning of a path, whoever spelt it: the same for `ecommerce.transactionId` and
  /// `order_id`.
  private static func meaning(_ path: String) -> String {
    var name = squeezed(path)[...]
    while let dot = name.firstIndex(of: "."), wrappings.contains(String(name[..<dot])) {
      name = name[name.index(after: dot)...]
    }
    return synonyms[String(name)] ?? String(name)
  }

  /// In lower case without blanks and hyphens; names outside of ASCII keep their letters.
  private static func squeezed(_ path: String) -> String {
    var path = path
    return path.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { squeezed in
        var count = 0
        for byte in bytes where byte != 0x5F && byte != 0x2D && byte != 0x20 {
          squeezed[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
  }

  /// Objects around the parameters, of the data layer, of the wire and of pages.
  private static let wrappings: Set<String> = [
    "ecommerce", "eventmodel", "ep", "epn", "up", "upn", "userdata", "user", "customer", "event",
    "data", "purchase", "actionfield", "address",
  ]

  private static let synonyms: [String: String] = {
    let groups = [
      ["emailaddress", "email", "mail", "em", "useremail", "customeremail"],
      ["phonenumber", "phone", "ph", "tel", "telephone", "userphone", "customerphone"],
      ["sha256emailaddress", "sha256email", "emailsha256", "hashedemail", "emailhash"],
      ["sha256phonenumber", "sha256phone", "phonesha256", "hashedphone", "phonehash"],
      ["transactionid", "orderid", "ordernumber"],
      ["value", "revenue", "total", "amount", "ordervalue", "totalvalue"],
      ["currency", "currencycode", "cu"], ["items", "products", "contents"],
      ["eventid", "eventuuid", "uniqueeventid"], ["userid", "uid", "customerid", "externalid"],
      ["searchterm", "searchquery", "searchstring", "query"],
    ]
    return Dictionary(
      groups.flatMap { group in group.map { ($0, group[0]) } },
      uniquingKeysWith: { first, _ in first })
  }()
}

extension String {
  /// The paths of what holds this one: of `a.b.c` `a` and `a.b`.
  fileprivate var holders: [Substring] {
    guard utf8.contains(UInt8(ascii: ".")) else { return [] }
    return utf8.indices.filter { utf8[$0] == UInt8(ascii: ".") }.map { self[..<$0] }
  }
}
