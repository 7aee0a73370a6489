import JSONText
import TagwrightPlan

/// The values of an example hit, where a scenario puts them, and what TikTok gets of each.
struct HitValues {
  private(set) var assignments: [String] = []
  private(set) var places: [ExampleHit.Place] = []
  private(set) var results: [String: JSONObject] = [:]
  private(set) var unpredicted: [TikTokMember] = []

  private let reads: TagFields
  private let pageURL: Source
  private var given: [Source: Given] = [:]
  /// What a source was given, and for which conversion.
  private struct Given {
    let conversion: TikTokConversion
    let value: JSON
  }

  private var urlParameters: [String] = []
  private static let page = "https://shop.example.com/product"

  init(_ destination: TikTok, _ reads: TagFields) {
    self.reads = reads
    pageURL = destination.page.url.candidates.first ?? destination.page.url
  }

  /// Gives a member's first source a value.
  mutating func add(_ member: TikTokMember) {
    if case .constant(let text) = member.source.kind {
      if let field = field(of: member) {
        assign(.string(text), to: "input.\(field)", for: member)
      }
      return record(.string(text), for: member)
    }
    if member.source == pageURL, member.object == "page", member.name == "url" { return }
    let isFirst = given[member.source] == nil
    let example =
      member.conversion == .text ? .string("example \(member.name)") : member.conversion.example
    let giver = given[member.source] ?? Given(conversion: member.conversion, value: example)
    given[member.source] = giver
    if let field = field(of: member) {
      assign(giver.value, to: "input.\(field)", for: member)
    } else if let target = Self.target(of: member.source) {
      if isFirst { assign(giver.value, to: target, for: member) }
    } else if case .urlParameter(let name) = member.source.kind {
      let value = "E.C.P.example-\(name)"
      if isFirst { urlParameters.append("\(name)=\(value)") }
      guard [.text, .webAddress, .identifier].contains(member.conversion) else {
        return unpredicted.append(member)
      }
      return record(.string(value), for: member)
    } else {
      return unpredicted.append(member)
    }
    let isSame = giver.conversion == member.conversion
    guard
      isSame || ([.text, .webAddress].contains(member.conversion) && giver.value.isScalar)
    else {
      return unpredicted.append(member)
    }
    record(giver.value, for: member)
  }

  /// Gives the page its address, with the parameters that are read from it.
  mutating func finish() {
    let query = urlParameters.isEmpty ? "" : "?" + urlParameters.joined(separator: "&")
    let address = JSON.string(Self.page + query)
    let member = TikTokMember(
      object: "page", name: "url", conversion: .webAddress, base: "page_url", source: pageURL)
    if let field = field(of: member) {
      assign(address, to: "input.\(field)", for: member)
    } else if let target = Self.target(of: pageURL) {
      assign(address, to: target, for: member)
    } else {
      return unpredicted.append(member)
    }
    record(address, for: member)
  }

  private func field(of member: TikTokMember) -> String? {
    reads.field(for: member.source, base: member.base)?.name
  }

  private mutating func assign(_ value: JSON, to target: String, for member: TikTokMember) {
    assignments.append("\(target) = \(value.text(.compact));")
    places.append(ExampleHit.Place(member: member, assignment: "(value) => { \(target) = value; }"))
  }

  private mutating func record(_ value: JSON, for member: TikTokMember) {
    guard let result = member.conversion.result(of: value) else { return }
    results[member.object, default: .init()][member.name] = result
  }

  /// Where the value of a source stands that the code reads itself.
  private static func target(of source: Source) -> String? {
    switch source.kind {
    case .eventData(let path): "eventData[\(JavaScript.literal(path))]"
    case .cookie(let name): "cookies[\(JavaScript.literal(name))]"
    case .requestHeader(let name): "headers[\(JavaScript.literal(name))]"
    case .queryParameter(let name): "query[\(JavaScript.literal(name))]"
    default: nil
    }
  }
}

extension JSON {
  fileprivate var isScalar: Bool { string != nil || number != nil }
}
