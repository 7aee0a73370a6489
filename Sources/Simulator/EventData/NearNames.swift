package import SandboxedJS

/// Names of the event data that a container reads, and those under which hits bring the same thing instead.
package struct NearNames: Sendable {
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

  private let read: [String]
  private let roots: Set<Substring>
  /// The paths that are read, by what they mean.
  private let pathsByMeaning: [String: [String]]

  /// Gathers what the variables and the templates of a container read.
  package init(_ container: CompiledContainer) {
    read = container.eventDataPaths
    roots = Set(read.map { $0.prefix { $0 != "." } })
    pathsByMeaning = Dictionary(grouping: read, by: Self.meaning)
  }

  /// What a hit brings under a name that is near to one that is read.
  package func hints(for eventData: ScriptValue) -> [Hint] {
    var hints: [Hint] = []
    for path in Self.paths(of: eventData) where !isRead(path) {
      guard let meant = pathsByMeaning[Self.meaning(path)] else { continue }
      let missing = meant.first { name in
        name != path && !Self.hasValue(eventData.value(at: name))
      }
      let isAnswered = meant.contains { Self.hasValue(eventData.value(at: $0)) }
      if let missing, !isAnswered { hints.append(Hint(brought: path, read: missing)) }
    }
    return hints
  }

  /// Whether a path, what holds it or what is in it is read.
  private func isRead(_ path: String) -> Bool {
    roots.contains(path.prefix { $0 != "." })
      && read.contains { $0 == path || path.hasPrefix($0 + ".") || $0.hasPrefix(path + ".") }
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

  /// The paths of the values of a hit, as deep as names of parameters go; Google's own are left out.
  private static func paths(of eventData: ScriptValue) -> [String] {
    var paths: [String] = []
    func add(_ value: ScriptValue, _ path: String, depth: Int) {
      guard hasValue(value) else { return }
      if case .object(let members) = value, depth < 3 {
        for member in members { add(member.value, "\(path).\(member.key)", depth: depth + 1) }
      } else {
        paths.append(path)
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

  /// What a path means, whoever spelt it: the same for `ecommerce.transactionId` and `order_id`.
  private static func meaning(_ path: String) -> String {
    var keys = path.split(separator: ".").map { key in
      String(key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
    }
    while keys.count > 1, wrappings.contains(keys[0]) { keys.removeFirst() }
    let name = keys.joined(separator: ".")
    return synonyms[name] ?? name
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
