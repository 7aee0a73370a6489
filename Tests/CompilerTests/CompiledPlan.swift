import Compiler
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

/// What a plan became, in the form in which tests look at it.
struct CompiledPlan {
  let compilation: Compilation
  /// The line from which places are counted.
  let line: Int
  /// The version inside the first exported container.
  private let firstVersion: JSON?

  private init(_ compilation: Compilation, _ line: UInt) {
    self.compilation = compilation
    self.line = Int(line)
    firstVersion = compilation.files.first.flatMap {
      try? JSON.read($0.bytes, file: $0.path)["containerVersion"]
    }
  }

  /// Compiles a plan named `Test`; places are counted from the line of the call.
  init(
    _ plan: Plan, secrets: [String: String] = [:], templates: [String: String] = [:],
    line: UInt = #line
  ) {
    let compilation = Compilation(plan, name: "Test", secrets: secrets, isTest: true) { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return templates[name].map { .bytes(Array($0.utf8)) } ?? .missing(reason: "no such file")
    }
    self.init(compilation, line)
  }

  /// Compiles a plan, asking for the text of each template file.
  init(_ plan: Plan, line: UInt = #line, read: (String) -> String?) {
    let compilation = Compilation(plan, name: "Test", isTest: true) { path in
      read(path).map { .bytes(Array($0.utf8)) } ?? .missing(reason: "no such file")
    }
    self.init(compilation, line)
  }

  /// Compiles a plan of one server container.
  init(
    secrets: [String: String] = [:], templates: [String: String] = [:], line: UInt = #line,
    @ContainerBuilder _ elements: () -> [ContainerElement]
  ) {
    let container = ServerContainer("Test", publicID: "GTM-TEST", elements: elements)
    self.init(
      Plan(serverContainers: [container]), secrets: secrets, templates: templates, line: line)
  }

  /// Each diagnostic with its notes, its lines counted from the call: `+2: error: … [rule]`.
  var problems: [String] {
    diagnostics.map { diagnostic in
      let lines = [
        "\(shown(diagnostic.place)): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule)]"
      ]
      return
        (lines
        + diagnostic.notes.map { "\(shown($0.place ?? diagnostic.place)): note: \($0.message)" })
        .joined(separator: "\n")
    }
  }

  /// The rule of each diagnostic.
  var rules: [String] { diagnostics.map(\.rule) }

  /// The diagnostics, without advice for whole plans, which the small plans of these tests do not follow.
  private var diagnostics: [Diagnostic] {
    let advice = [
      "impossible-event-name", "missing-client", "missing-currency", "missing-match-key",
      "same-pixel-twice", "tiktok-name-as-trigger", "unused-trigger",
    ]
    return compilation.diagnostics.filter { !advice.contains($0.rule) }
  }

  private func shown(_ place: SourcePlace?) -> String {
    guard let place else { return "plan" }
    let name = place.file.split(separator: "/").last ?? ""
    return name.hasSuffix(".tpl") ? "\(name):\(place.line)" : "+\(place.line - line)"
  }

  /// The text of a generated file.
  func file(_ path: String) throws -> String {
    let file = try #require(compilation.files.first { $0.path == path }, "\(path): \(problems)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The paths of all files.
  var paths: [String] { compilation.files.map(\.path) }

  /// The version inside the first exported container.
  func version() throws -> JSON {
    let problems = problems
    return try #require(firstVersion, "\(problems)")
  }

  /// The entities of a kind, such as `tag`.
  func entities(_ kind: String) throws -> [JSON] { try version()[kind]?.array ?? [] }

  /// The names of the entities of a kind, in their order.
  func names(_ kind: String) throws -> [String] {
    try entities(kind).compactMap { $0["name"]?.string }
  }

  /// One entity.
  func entity(_ kind: String, _ name: String) throws -> JSON {
    let (found, names) = (try entities(kind), try names(kind))
    return try #require(found.first { $0["name"]?.string == name }, "\(kind): \(names)")
  }

  /// An entity without what every entity has alike, with names in place of ids.
  func shown(_ kind: String, _ name: String) throws -> String {
    let version = try version()
    guard var object = try entity(kind, name).object else { return "" }
    object.members.removeAll { member in
      ["accountId", "containerId", "\(kind)Id", "fingerprint", "name", "notes"].contains(member.key)
    }
    let container = version["containerId"]?.string ?? ""
    var text = JSON.object(object).text(.compact)
    for (kind, id) in [
      ("trigger", "triggerId"), ("folder", "folderId"), ("customTemplate", "templateId"),
    ] {
      for entity in version[kind]?.array ?? [] {
        guard let id = entity[id]?.string, let name = entity["name"]?.string else { continue }
        text = text.replacing("\"\(id)\"", with: "\"\(name)\"")
          .replacing("\"cvt_\(container)_\(id)\"", with: "\"cvt_<\(name)>\"")
      }
    }
    return text
  }

  /// The parameters of an entity, one line each: `keyPath TEMPLATE value`.
  func parameters(_ kind: String, _ name: String) throws -> [String] {
    (try entity(kind, name)["parameter"]?.array ?? []).map(Self.line)
  }

  private static func line(_ parameter: JSON) -> String {
    let key = parameter["key"]?.string.map { "\($0) " } ?? ""
    let type = parameter["type"]?.string ?? ""
    let inner = (parameter["list"]?.array ?? parameter["map"]?.array).map { parts in
      " [" + parts.map(line).joined(separator: ", ") + "]"
    }
    return key + type + (parameter["value"]?.string.map { " \($0)" } ?? inner ?? "")
  }
}

/// A destination for tests, of few words.
func tikTok(
  _ name: String = "TikTok", layout: Layout = .tagPerEvent, sources: SourceStyle = .visible,
  consent: Consent = .required(.adStorage), file: StaticString = #filePath, line: UInt = #line,
  @MatchKeyBuilder userData: () -> [MatchKey] = { [] },
  @EventMapBuilder<TikTok.Event> events: () -> [On<TikTok.Event>]
) -> TikTok {
  TikTok(
    name, pixelCode: "PIXEL00000000000TEST", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
    consent: consent, deduplication: .sharedEventID(.eventData("event_id")), layout: layout,
    sources: sources, file: file, line: line, userData: userData, events: events)
}

extension TikTok.Event {
  /// A lead with one property, for any kind of value.
  static func lead(
    reading source: Source, file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    .lead(properties: [.custom("value", source)], file: file, line: line)
  }
}
