import Diagnostics
import TagManager

extension ContractRule {
  /// A value is hashed once.
  static let hashedTwice = ContractRule(
    "hashed-twice", .error, "a value is hashed exactly once",
    because: """
      A digest of a digest is nobody's: the person is not found. A field whose value the template hashes gets the plain
      value.
      """,
    wrong: .init(
      browser: "the GA4 tag sends a digest of the e-mail address",
      server: "the template hashes its field once more"),
    right: .init(
      browser: "the GA4 tag sends the e-mail address under its consent",
      server: "the template hashes its field")
  ) { sides in
    let keys = sides.vocabulary.hashedKeys
    let server = sides.server.tags.flatMap { tag -> [Breach] in
      tag.fields.filter { keys.contains($0.name) }.flatMap { field in
        // Of several sources, a digest may be one: then the template takes both.
        field.origins.prefix(1).compactMap { origin in
          guard case .eventData(let path) = origin, isDigest(path) else { return nil }
          return Breach(
            side: .server, name: tag.tag.name,
            message: "the field '\(field.name)', whose value is hashed, gets the digest '\(path)'",
            fix: "map the plain value, or the digest to a field for digests")
        }
      }
    }
    let rows = sides.web.ga4Tags.flatMap { tag in
      tag.parameters.map { (tag: tag.tag.name, key: $0.name, text: $0.text) }
    }
    let fields = sides.web.pixelTags.flatMap { tag in
      tag.fields.map { (tag: tag.tag.name, key: $0.key, text: $0.text) }
    }
    let plain = keys.union([
      "user_data.email_address", "user_data.email", "user_data.phone_number", "phone_number",
    ])
    let sent = sides.vocabulary.takesDigestsApart ? rows + fields : rows
    let web = sent.compactMap { row -> Breach? in
      guard plain.contains(row.key), isHashed(sides.web.container.origin(of: row.text)) else {
        return nil
      }
      return Breach(
        side: .web, name: row.tag,
        message: "'\(row.key)', which is hashed later, gets a digest already",
        fix: "give it the plain value, or send the digest under a name that says so")
    }
    return server + web
  }

  private static func isDigest(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.contains("sha256") || path.contains("hash")
  }

  private static func isHashed(_ origin: ValueOrigin) -> Bool {
    switch origin {
    case .dataLayer(let key): isDigest(key)
    case .script(let code): isDigest(code)
    case .template(let code, _): code.contains("sha256")
    default: false
    }
  }
}
