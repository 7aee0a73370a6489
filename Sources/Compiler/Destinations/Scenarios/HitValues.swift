import JSONText
import TagwrightPlan

/// The values of an example hit, where a scenario puts them, and what the destination gets of each.
struct HitValues {
  private(set) var assignments: [String] = []
  private(set) var places: [ExampleHit.Place] = []
  private(set) var results: [String: JSONObject] = [:]
  private(set) var unpredicted: [Member] = []

  private let reads: TagFields
  private let pageURL: Source
  private let pagePlace: MemberPlace?
  private var given: [Source: Given] = [:]
  /// A value that a source was given, and the conversion it is for.
  private struct Given {
    let conversion: Conversion
    let value: JSON
  }

  private var urlParameters: [String] = []
  private var seen: Set<MemberPlace> = []
  private static let page = "https://shop.example.com/product"

  init(_ destination: ResolvedDestination, _ reads: TagFields) {
    self.reads = reads
    let page = destination.declaration.page
    pageURL = page.url.candidates.first ?? page.url
    pagePlace = destination.profile.page.url
  }

  /// Gives the field for a variable what it has for the example.
  mutating func take(_ template: VariableTemplate) {
    let variable = template.variable
    let example = template.example
    guard let field = reads.field(for: variable.source(at: nil), base: variable.field) else {
      return
    }
    for (object, found) in example.results {
      for member in found.members { results[object, default: .init()][member.key] = member.value }
    }
    assign(template.value(example), to: "input.\(field.name)", for: nil)
  }

  /// Gives a member's first source a value.
  mutating func add(_ member: Member) {
    guard let source = member.sources.first, seen.insert(member.place).inserted,
      member.step != .contentType || !member.isFixed
    else { return }
    if case .constant(let text) = source.kind {
      if let field = reads.field(for: source, base: member.field)?.name {
        assign(.string(text), to: "input.\(field)", for: member)
      }
      return record(.string(text), for: member)
    }
    if member.place == pagePlace, source == pageURL { return }
    let isFirst = given[source] == nil
    let example =
      member.conversion == .text
      ? .string("example \(member.place.name)") : member.conversion.example
    let giver = given[source] ?? Given(conversion: member.conversion, value: example)
    given[source] = giver
    if let field = reads.field(for: source, base: member.field)?.name {
      assign(giver.value, to: "input.\(field)", for: member)
    } else if let target = Self.target(of: source) {
      if isFirst { assign(giver.value, to: target, for: member) }
    } else if case .urlParameter(let name) = source.kind {
      let value = "\((member.conversion.link ?? .plain).example)-\(name)"
      if isFirst { urlParameters.append("\(name)=\(value)") }
      guard let link = member.conversion.link, isFirst else { return unpredicted.append(member) }
      return set(member, link.result(value))
    } else {
      return unpredicted.append(member)
    }
    guard giver.conversion == member.conversion || member.conversion.isText && giver.value.isScalar
    else { return unpredicted.append(member) }
    record(giver.value, for: member)
  }

  /// Gives the page its address, with the parameters that are read from it, then what the plan fixes and what follows
  /// from other members.
  ///
  /// - Parameter pairs: members that are left out where another one is missing.
  mutating func finish(
    _ members: [Member], pairs: [(member: MemberPlace, other: String)]
  ) {
    if let page = members.first(where: { $0.place == pagePlace }) {
      addPage(page)
    } else if !urlParameters.isEmpty, let reader = members.first(where: { $0.key == .clickID }) {
      assign(.string(pageAddress), to: "eventData.page_location", for: reader)
    }
    for member in members where member.sources.isEmpty || member.step == .contentType {
      if let fixed = member.fixed { set(member, fixed) }
    }
    for member in members where results[member.place.object]?[member.place.name] == nil {
      for case .code(_, let example?) in member.fallbacks where !member.isFixed {
        set(member, example)
        break
      }
    }
    for (member, other) in pairs where results[member.object]?[other] == nil {
      results[member.object]?[member.name] = nil
    }
  }

  private var pageAddress: String {
    Self.page + (urlParameters.isEmpty ? "" : "?" + urlParameters.joined(separator: "&"))
  }

  private mutating func addPage(_ member: Member) {
    let address = JSON.string(pageAddress)
    if let field = reads.field(for: pageURL, base: member.field)?.name {
      assign(address, to: "input.\(field)", for: member)
    } else if let target = Self.target(of: pageURL) {
      assign(address, to: target, for: member)
    } else {
      return unpredicted.append(member)
    }
    record(address, for: member)
  }

  private mutating func assign(_ value: JSON, to target: String, for member: Member?) {
    assignments.append("\(target) = \(value.text(.compact));")
    places.append(ExampleHit.Place(member: member, assignment: "(value) => { \(target) = value; }"))
  }

  private mutating func record(_ value: JSON, for member: Member) {
    guard let result = member.conversion.result(value) else { return }
    if let fixed = member.fixed {
      if result == true { set(member, fixed) }
    } else {
      set(member, result)
    }
  }

  private mutating func set(_ member: Member, _ value: JSON) {
    results[member.place.object, default: .init()][member.place.name] = value
  }

  /// Returns the place of the value of a source that the code reads itself.
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
