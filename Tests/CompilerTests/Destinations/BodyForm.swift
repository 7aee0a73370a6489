import JSONText

/// What a request's body has to be, as a destination documents it.
indirect enum BodyForm: Sendable {
  case text, number, integer, boolean, digest, address
  /// A number as text.
  case decimal
  /// One digest as text, several as a list.
  case digests
  case constant(JSON)
  case oneOf([JSON])
  case anyOf([BodyForm])
  case object([String: BodyForm], required: [String] = [])
  /// Of one element at least.
  case list(BodyForm)

  static let texts = BodyForm.list(.text)

  /// What is wrong with a value; nothing where it is as documented.
  func breaches(of value: JSON, at path: String = "body") -> [String] {
    switch self {
    case .object(let members, let required):
      return Self.breaches(of: value, members, required, at: path)
    case .list(let element):
      guard let elements = value.array, !elements.isEmpty else { return ["\(path) is no list"] }
      return elements.enumerated().flatMap { element.breaches(of: $1, at: "\(path).\($0)") }
    case .digests:
      guard let elements = value.array else { return Self.digest.breaches(of: value, at: path) }
      guard elements.count > 1, Set(elements).count == elements.count else {
        return ["\(path) is a list without need"]
      }
      return elements.flatMap { Self.digest.breaches(of: $0, at: path) }
    case .anyOf(let forms):
      let breaches = forms.map { $0.breaches(of: value, at: path) }
      return breaches.contains([]) ? [] : breaches.flatMap(\.self)
    default: return isFulfilled(by: value) ? [] : ["\(path) is \(value.text(.compact))"]
    }
  }

  private static func breaches(
    of value: JSON, _ members: [String: BodyForm], _ required: [String], at path: String
  ) -> [String] {
    guard let object = value.object else { return ["\(path) is no object"] }
    let missing = required.filter { object[$0] == nil }.map { "\(path) has no \($0)" }
    return missing
      + object.members.flatMap { member in
        members[member.key].map { $0.breaches(of: member.value, at: "\(path).\(member.key)") }
          ?? ["\(path) has \(member.key)"]
      }
  }

  private func isFulfilled(by value: JSON) -> Bool {
    switch self {
    case .text: value.string.map { !$0.isEmpty } ?? false
    case .number: value.number.map(\.double.isFinite) ?? false
    case .integer:
      value.number.map { $0.double.isFinite && $0.double.rounded() == $0.double } ?? false
    case .decimal: value.string.map { $0.wholeMatch(of: /-?[0-9]+(\.[0-9]{1,2})?/) != nil } ?? false
    case .boolean: value.bool != nil
    case .digest: value.string.map(Self.isDigest) ?? false
    case .address: value.string.map(Self.isAddress) ?? false
    case .constant(let expected): value == expected
    case .oneOf(let known): known.contains(value)
    default: false
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func isAddress(_ text: String) -> Bool {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? 256 }
    if octets.count == 4 { return octets.allSatisfy { (0...255).contains($0) } }
    let digits = "0123456789abcdefABCDEF:"
    return text.filter { $0 == ":" }.count > 1 && text.allSatisfy { digits.contains($0) }
  }
}
