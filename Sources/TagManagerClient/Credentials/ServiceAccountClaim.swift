import JSONText

/// The claim that a service account signs to get a token: a JSON Web Token (RFC 7519) with Google's
/// claims (RFC 7523; "Using OAuth 2.0 for Server to Server Applications").
package struct ServiceAccountClaim: Sendable {
  /// Header and claims, encoded: the bytes that are signed.
  package let signingInput: String

  /// - Parameter now: seconds since 1970; the claim is valid for an hour from then, Google's longest.
  package init(_ key: ServiceAccountKey, scopes: [AccessScope], now: Int) {
    var header: JSONObject = JSONObject([.init("alg", "RS256"), .init("typ", "JWT")])
    if let id = key.keyID { header.members.append(.init("kid", .string(id))) }
    let claims: JSON = [
      "iss": .string(key.email),
      "scope": .string(scopes.joined(by: " ")),
      "aud": .string(key.tokenURI),
      "iat": .number(JSONNumber(now)),
      "exp": .number(JSONNumber(now + 3600)),
    ]
    let parts = [JSON.object(header), claims].map { Self.base64URL($0.bytes(.compact)) }
    signingInput = parts.joined(separator: ".")
  }

  /// The form that is posted to the token endpoint.
  package func form(signature: [UInt8]) -> String {
    let grant = "urn:ietf:params:oauth:grant-type:jwt-bearer".percentEncoded
    return "grant_type=\(grant)&assertion=\(signingInput).\(Self.base64URL(signature))"
  }

  /// Base64 with the alphabet for addresses and without padding (RFC 4648 section 5).
  package static func base64URL(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for shift in [18, 12, 6, 0].prefix(group.count + 1) {
        text.append(alphabet[bits >> shift & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
