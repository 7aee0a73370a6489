import Adoption
import Compiler
import ContainerCheck
import JSONText
import TagManager
import TagwrightPlan

/// The outcome for a container's entities, and the faults of the container.
struct AdoptionReport {
  private let version: ContainerVersion
  private let label: String
  private let side: UsageContext
  private let publicID: String
  /// The words that its entities became.
  private let outcome: [String]
  private let templates: [AdoptedTemplate]
  private let secrets: [AdoptedSecret]

  init(
    _ container: AdoptedContainer, remarks: [String] = [], of version: ContainerVersion,
    label: String
  ) {
    self.version = version
    self.label = label
    side = container.side
    publicID = container.publicID
    templates = container.templates
    secrets = container.secrets
    let counts = container.counts
    outcome = counts.lines + container.remarks + remarks
  }

  /// The report on a web container that is made from a server container.
  ///
  /// - Parameter further: what stands beside that.
  init(
    _ container: WebContainer, beside further: AdoptedContainer?, of version: ContainerVersion,
    label: String
  ) {
    self.version = version
    self.label = label
    side = .web
    publicID = container.publicID
    templates = further?.templates ?? []
    secrets = further?.secrets ?? []
    outcome =
      [
        "in the plan's own words: the browser's half of '\(container.server.name)', a 'WebContainer'"
      ] + (further?.counts.lines ?? []).map { "beside it, \($0)" }
  }

  /// The whole report, line by line.
  var lines: [String] { counts + findings }

  /// The kinds of entities, and the words that they became.
  var counts: [String] {
    var lines = ["\(label) has become"] + outcome.map { "  \($0)" }
    let values = secrets.filter { $0.value != nil }
    if !values.isEmpty {
      lines.append(
        "  secrets, in the file '.env' and not in git: \(values.map(\.name).joined(separator: ", "))"
      )
    }
    let missing = secrets.filter { $0.value == nil }
    if !missing.isEmpty {
      lines.append(
        "  secrets whose values are not in the container: \(missing.map(\.name).joined(separator: ", "))"
      )
    }
    if version.container?.publicID != publicID {
      lines.append(
        "  with the public id \(publicID): the file has no valid one, put your own into 'Plan.swift'"
      )
    }
    let header = (version.container?.lostMembers ?? []).map { "'\($0)'" }
    if !header.isEmpty {
      lines.append(
        "  not in the plan, since an import changes nothing of the container itself: its \(header.joined(separator: ", "))"
      )
    }
    return lines
  }

  private var findings: [String] {
    var lines: [String] = []
    for (fault, sentence) in version.faults(on: side).grouped {
      lines.append("  \(fault.severity): \(sentence) [\(fault.rule)]")
    }
    let paused = version.tags.filter { $0.paused == true }.map { "'\($0.name)'" }
    if !paused.isEmpty {
      lines.append(
        "  paused: \(paused.count == 1 ? "tag" : "tags") \(paused.joined(separator: ", "))")
    }
    for template in templates {
      if let pattern = TokenPattern.first(in: template.text) {
        lines.append("  '\(template.path)' holds what looks like \(pattern.name): take it out")
      }
    }
    for secret in secrets where secret.isTestCode {
      lines.append(
        "  \(secret.name) is a test event code: with it every event counts as a test")
    }
    return lines.isEmpty ? [] : ["", "Found in the container:"] + lines
  }
}

extension Container {
  /// The keys of members that say something and that a plan's container does not have.
  fileprivate var lostMembers: [String] {
    guard case .object(let object) = json(.export) else { return [] }
    let known = [
      "path", "accountId", "containerId", "name", "publicId", "usageContext", "fingerprint",
      "tagManagerUrl", "features", "tagIds",
    ]
    return object.members.map(\.key).filter { !known.contains($0) }
      + (features?.unmodelled.members.map { "features.\($0.key)" } ?? [])
  }
}

extension AdoptedContainer.Counts {
  /// A line for each kind of words.
  fileprivate var lines: [String] {
    [("in the plan's own words", ownWords), ("in Tag Manager's terms", rawWords)]
      .filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))" }
  }
}
