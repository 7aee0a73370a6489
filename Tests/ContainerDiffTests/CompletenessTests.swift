import ContainerDiff
import JSONText
import TagManager
import TestSupport
import Testing

/// Changes one thing in an entity and looks whether exactly that is reported.
struct OneChange {
  let kind: String
  let index: Int
  /// Below the entity.
  let path: JSONPath

  /// Members that say nothing about what an entity does.
  static let neutral: Set<String> = [
    "path", "accountId", "containerId", "workspaceId", "fingerprint", "tagManagerUrl",
    "uniqueTriggerId",
  ]

  var isNeutral: Bool {
    guard case .member(let first)? = path.first else { return false }
    return Self.neutral.contains(first)
      || path == [.member("galleryReference"), .member("signature")]
  }

  /// Ids are changed together with what refers to them, in another test; a text is a test of its own.
  var isTried: Bool {
    guard case .member(let first)? = path.first else { return false }
    let id = kind == "customTemplate" ? "templateId" : "\(kind)Id"
    return first != id && first != "templateData"
      // Absent, it is what it was.
      && !path.contains(.member("containerId"))
  }

  /// What is said about a container in which it was made; `nil` where that is right.
  func problem(in version: JSON, _ generator: inout SeededGenerator) throws -> String? {
    let place: JSONPath = [.member(kind), .index(index)] + path
    guard let value = version[place[...]] else { return "nothing at \(place)" }
    var changed = version
    changed[place[...]] = replacement(for: value, &generator)
    let old: JSON = ["containerVersion": version]
    let new: JSON = ["containerVersion": changed]
    let diff = try compare(old, new)
    if isNeutral { return diff.isEmpty ? nil : "reported: \(diff.text())" }
    guard !diff.isEmpty else { return "not reported: \(place), \(value)" }
    return isReported(in: diff) ? nil : "at another place: \(place)\n\(diff.text())"
  }

  private func replacement(for value: JSON, _ generator: inout SeededGenerator) -> JSON? {
    if case .index = path.last, Bool.random(using: &generator) { return nil }
    switch path.last {
    case .member("parentFolderId"): return "folder1"
    case .member("type"), .member("tagFiringOption"), .member("consentStatus"),
      .member("caseConversionType"), .member("convertToNumber"):
      return "anotherWord"
    default: return value.other
    }
  }

  private func isReported(in diff: ContainerDiff) -> Bool {
    guard case .member(let first)? = path.first else { return false }
    let isIdentity =
      first == "name" && kind != "builtInVariable" && kind != "gtagConfig"
      || first == "type" && (kind == "builtInVariable" || kind == "gtagConfig")
    let entities = diff.entities.filter { $0.kind.rawValue == kind }
    if isIdentity {
      return !entities.isEmpty
        && entities.allSatisfy { entity in
          if case .renamed = entity.outcome { return true }
          return entity.outcome != .changed
        }
    }
    // Types that entities have refer to it.
    let isReferredTo = path.last == .member("galleryTemplateId")
    guard diff.entities.count == 1 || isReferredTo, let entity = entities.first,
      entity.outcome == .changed
    else { return false }
    return entity.changes.allSatisfy { $0.path.hasPrefix(first) }
  }
}

@Suite(.enabled(if: CorpusFiles.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct CompletenessTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyMemberOfTheSchemaIsCompared(_ seed: UInt64) throws {
    let schemas = try #require(try CorpusFiles.json("tagmanager.v2.json")["schemas"])
    var containers = RandomContainer(schemas: schemas, seed: seed)
    var generator = SeededGenerator(seed: seed)
    let version = containers.version()
    var count = 0
    for (kind, schema) in RandomContainer.kinds {
      let entity = try #require(version[kind]?.array?.first)
      let known = Set(schemas[schema]?["properties"]?.object?.members.map(\.key) ?? [])
      #expect(Set(entity.object?.members.map(\.key) ?? []) == known)
      let small = Self.alone(entity, kind, in: version)
      for path in entity.places() {
        let change = OneChange(kind: kind, index: 0, path: path)
        guard change.isTried else { continue }
        count += 1
        if let problem = try change.problem(in: small, &generator) {
          Issue.record("\(problem)")
        }
      }
    }
    #expect(count > 400, "\(count)")
  }

  @Test func anyChangeInARealContainerIsReported() throws {
    var generator = SeededGenerator(seed: 11)
    var count = 0
    for file in try CorpusFiles.exports() {
      let version = try #require(file.json["containerVersion"])
      for kind in EntityKind.allCases.map(\.rawValue) {
        for entity in (version[kind]?.array ?? []).shuffled(using: &generator).prefix(6) {
          let small = Self.alone(entity, kind, in: version)
          for path in entity.places().shuffled(using: &generator).prefix(12) {
            let change = OneChange(kind: kind, index: 0, path: path)
            guard change.isTried else { continue }
            count += 1
            if let problem = try change.problem(in: small, &generator) {
              Issue.record("\(file.name): \(problem)")
            }
          }
        }
      }
    }
    #expect(count > 2_500)
  }

  /// A version with one entity, and only the names of what it can refer to.
  private static func alone(_ entity: JSON, _ kind: String, in version: JSON) -> JSON {
    var small = version.object ?? JSONObject()
    let kinds = Set(EntityKind.allCases.map(\.rawValue))
    small.members.removeAll { kinds.contains($0.key) }
    for (member, id) in [
      ("trigger", "triggerId"), ("folder", "folderId"), ("customTemplate", "templateId"),
    ] {
      small[member] = .array(
        (version[member]?.array ?? []).filter { $0 != entity }.map { other in
          var name = JSONObject()
          for key in [id, "name", "galleryReference"] { name[key] = other[key] }
          return .object(name)
        })
    }
    small[kind] = .array([entity] + (small[kind]?.array ?? []))
    return .object(small)
  }

  @Test func anyChangeInATemplateIsReported() throws {
    var generator = SeededGenerator(seed: 12)
    for file in try CorpusFiles.exports() {
      let version = try #require(file.json["containerVersion"])
      for (index, template) in (version["customTemplate"]?.array ?? []).enumerated() {
        let text = try #require(template["templateData"]?.string)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let inCode = try #require(lines.firstIndex { $0.hasPrefix("___SANDBOXED_JS") }) + 2
        let line = Int.random(in: inCode..<(inCode + 10), using: &generator)
        lines[line] += " // x"
        var changed = version
        changed[[.member("customTemplate"), .index(index), .member("templateData")][...]] =
          .string(lines.joined(separator: "\n"))
        let diff = try compare(["containerVersion": version], ["containerVersion": changed])
        #expect(diff.entities.count == 1)
        #expect(diff.entities.first?.changes.first?.path.hasSuffix("Code") == true)
      }
    }
  }
}

@Suite(.enabled(if: CorpusFiles.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct NeutralChangeTests {
  @Test func anExportEqualsItselfInTheFormOfTheAPI() throws {
    for file in try CorpusFiles.exports() {
      for diff in [
        try compare(file.json, file.json.inAPIForm()),
        try compare(file.json.inAPIForm(), file.json),
      ] {
        #expect(diff.isEmpty, "\(file.name): \(diff.text())")
      }
    }
  }

  @Test func otherIDsAndAnotherOrderOfParametersMeanNothing() throws {
    for file in try CorpusFiles.exports() {
      let version = try #require(file.json["containerVersion"])
      let id = version["containerId"]?.string ?? ""
      let text = version.text(.compact).replacing("cvt_\(id)_", with: "cvt_2_")
        .replacing("\"containerId\":\"\(id)\"", with: "\"containerId\":\"2\"")
      let plain: JSON = ["containerVersion": try JSON.read(text)]
      let diff = try compare(plain, plain.renumbered())
      #expect(diff.isEmpty, "\(file.name): \(diff.text())")
    }
    let schemas = try #require(try CorpusFiles.json("tagmanager.v2.json")["schemas"])
    for seed in 20..<30 as Range<UInt64> {
      var containers = RandomContainer(schemas: schemas, seed: seed)
      let version: JSON = ["containerVersion": containers.version()]
      let diff = try compare(version, version.renumbered())
      #expect(diff.isEmpty, "\(diff.text())")
    }
  }
}
