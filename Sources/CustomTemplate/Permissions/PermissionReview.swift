package import Diagnostics
package import SandboxedJS

/// A review of what a template declares, held against what its code needs.
package struct PermissionReview: Hashable, Sendable {
  /// Something that is missing or too wide.
  package struct Finding: Hashable, Sendable {
    /// The kinds of faults.
    package enum Kind: String, Hashable, Sendable {
      /// The code does what is not declared, so that it fails when it runs.
      case missing
      /// More is declared than the code uses.
      case tooWide = "too wide"
    }

    package let kind: Kind
    /// A description of what is wrong and what to do, lower case, without a full stop.
    package let message: String
    /// The line of the code that needs it, or of the section that declares too much.
    package let place: SourcePlace
  }

  /// One permission that is declared or needed.
  package struct Entry: Hashable, Sendable {
    /// The permission's id, such as `send_http`.
    package let permission: String
    /// Descriptions of what is declared, a line each; `nil` where the permission is not declared.
    package let declared: [String]?
    /// Descriptions of what the code needs, a line each; empty where it needs nothing.
    package let needed: [String]
    package let findings: [Finding]
  }

  /// The permissions: the declared ones in the file's order, then those that are only needed.
  package let entries: [Entry]

  /// Returns the number of findings of a kind.
  package func count(_ kind: Finding.Kind) -> Int {
    entries.reduce(0) { $0 + $1.findings.count { $0.kind == kind } }
  }

  /// Reviews the permissions of a template.
  ///
  /// - Throws: the first place of the code that is not sandboxed JavaScript.
  package init(_ document: TemplateDocument) throws(SyntaxError) {
    let needs = try Program(parsing: document.template.code)
      .permissionNeeds(document.template.scriptSide)
    let declared = document.template.permissions
    let names = declared.map(\.publicID)
    let undeclared = Permission.allCases.map(\.rawValue).filter { name in
      !names.contains(name) && needs.contains { $0.permission.rawValue == name }
    }
    entries = (declared.map { ($0.publicID, $0) } + undeclared.map { ($0, nil) }).map {
      (name: String, permission: TemplatePermission?) in
      PermissionComparison(
        name, permission, needs: needs.filter { $0.permission.rawValue == name }, in: document
      ).entry
    }
  }
}

/// The comparison of one permission.
private struct PermissionComparison {
  private let name: String
  private let permission: TemplatePermission?
  private let needs: [PermissionNeed]
  private let document: TemplateDocument

  init(
    _ name: String, _ permission: TemplatePermission?, needs: [PermissionNeed],
    in document: TemplateDocument
  ) {
    self.name = name
    self.permission = permission
    self.needs = needs
    self.document = document
  }

  var entry: PermissionReview.Entry {
    let aspects = permission.map { PermissionAspect.all(of: $0, needs) } ?? []
    let needed =
      (permission.map { PermissionAspect.all(of: $0, needs) }
      ?? PermissionAspect.all(of: TemplatePermission(name), needs)).flatMap(\.needed)
    return PermissionReview.Entry(
      permission: name, declared: permission.map { _ in aspects.flatMap(\.declared) },
      needed: needed.isEmpty ? apis.map { "'\($0)'" } : needed,
      findings: permission == nil
        ? [undeclared] : needs.isEmpty ? unused : aspects.flatMap(findings))
  }

  /// The APIs that need the permission, each once.
  private var apis: [String] {
    var seen: Set<String> = []
    return needs.map(\.api).filter { seen.insert($0).inserted }
  }

  private var undeclared: PermissionReview.Finding {
    let apis = apis.map { "'\($0)'" }.joined(separator: ", ")
    return finding(
      .missing,
      "\(apis) \(self.apis.count == 1 ? "needs" : "need") '\(name)', which is not declared",
      at: needs.first?.position)
  }

  private var unused: [PermissionReview.Finding] {
    // What is not known here may well be needed.
    guard Permission(rawValue: name) != nil else { return [] }
    return [finding(.tooWide, "nothing in the code needs '\(name)': remove it", at: nil)]
  }

  private func findings(_ aspect: PermissionAspect) -> [PermissionReview.Finding] {
    aspect.missing.map { finding(.missing, $0.message, at: $0.position) }
      + aspect.excess.map { finding(.tooWide, $0, at: nil) }
  }

  private func finding(
    _ kind: PermissionReview.Finding.Kind, _ message: String, at position: SourcePosition?
  ) -> PermissionReview.Finding {
    let line =
      position.map { document.codeLines[$0.line] }
      ?? document.section(document.template.side == .server ? .serverPermissions : .webPermissions)?
      .line ?? 1
    return PermissionReview.Finding(
      kind: kind, message: message, place: SourcePlace(file: document.name, line: line))
  }
}
