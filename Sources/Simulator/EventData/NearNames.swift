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

  /// A value of a hit that nobody reads while what it means is read under another name.
  private struct Unread {
    let path: String
    /// The places of what holds it, from the outside inwards, and its own.
    let places: [Int]
    /// The paths that are read and mean the same.
    let meant: [String]
  }

  /// The keys of a hit's objects as deep as names of parameters go, one after the other.
  private struct Keys: Hashable {
    var texts: [String] = []
    /// For each object, the place of its key, and the number of its members.
    var objects: [Int] = []

    /// Hits of other keys hardly ever have as many of them and the same last one.
    func hash(into hasher: inout Hasher) {
      hasher.combine(texts.reduce(texts.count) { $0 &* 3 &+ $1.utf8.count })
      hasher.combine(texts.last)
    }
  }

  /// The unread values of the hits so far, by their keys: nearly all hits bring the same.
  private let unread = Remembered<Keys, [Unread]>(atMost: 1_024)

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
    guard case .object(let members) = eventData else { return [] }
    let unread = unread.answer(to: Self.keys(of: members)) { _ in findUnread(in: members) }
    return unread.compactMap { unread in
      guard Self.hasValue(eventData.value(at: unread.places)) else { return nil }
      let missing = unread.meant.first { name in
        name != unread.path && !Self.hasValue(eventData.value(at: name))
      }
      let isAnswered = unread.meant.contains { Self.hasValue(eventData.value(at: $0)) }
      guard let missing, !isAnswered else { return nil }
      return Hint(brought: unread.path, read: missing)
    }
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

  /// The keys of names that parameters have; Google's own are left out, and so is what lies deeper.
  private static func keys(of members: [ScriptValue.Member]) -> Keys {
    var keys = Keys()
    keys.texts.reserveCapacity(64)
    func add(_ members: [ScriptValue.Member], depth: Int) {
      for member in members {
        keys.texts.append(member.key)
        if case .object(let inner) = member.value, depth < 3, depth > 1 || !member.isOfGoogle {
          keys.objects += [keys.texts.count, inner.count]
          add(inner, depth: depth + 1)
        }
      }
    }
    add(members, depth: 1)
    return keys
  }

  /// The values of a hit that nobody reads while what they mean is read under another name.
  private func findUnread(in members: [ScriptValue.Member]) -> [Unread] {
    var found: [Unread] = []
    func add(_ value: ScriptValue, _ path: String, _ places: [Int]) {
      if case .object(let members) = value, places.count < 3 {
        guard !read.contains(path) else { return }
        for (place, member) in members.enumerated() {
          add(member.value, path + "." + member.key, places + [place])
        }
      } else if !isNearRead(path), let meant = pathsByMeaning[Self.meaning(path)] {
        found.append(Unread(path: path, places: places, meant: meant))
      }
    }
    for (place, member) in members.enumerated() where !member.isOfGoogle {
      add(member.value, member.key, [place])
    }
    return found
  }

  /// Whether a path, what holds it or what is in it is read.
  private func isNearRead(_ path: String) -> Bool {
    read.contains(path) || holders.contains(path[...])
      || path.holders.contains { read.contains(String($0)) }
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

extension ScriptValue {
  /// The value at places of objects inside one another.
  fileprivate func value(at places: [Int]) -> ScriptValue? {
    places.reduce(self) { value, place in
      guard case .object(let members)? = value, members.indices.contains(place) else { return nil }
      return members[place].value
    }
  }
}

extension ScriptValue.Member {
  /// Whether it is one of Google's own parameters.
  fileprivate var isOfGoogle: Bool { key.hasPrefix("x-") }
}

extension String {
  /// The paths of what holds this one: of `a.b.c` `a` and `a.b`.
  fileprivate var holders: [Substring] {
    guard utf8.contains(UInt8(ascii: ".")) else { return [] }
    return utf8.indices.filter { utf8[$0] == UInt8(ascii: ".") }.map { self[..<$0] }
  }
}
