import Diagnostics
import JSONText

extension TemplateRule {
  static let repeatedPermission = TemplateRule(
    id: "repeated-permission",
    severity: .error,
    summary: "a permission is declared once",
    documentation: """
      A permission has one entry, whose lists name all that it allows. Tag Manager refuses a template that declares one twice.
      """,
    wrong: Example(
      .serverPermissions,
      #"""
      [
        {"instance": {"key": {"publicId": "run_container", "versionId": "1"}, "param": []}, "isRequired": true},
        {"instance": {"key": {"publicId": "run_container", "versionId": "1"}, "param": []}, "isRequired": true}
      ]
      """#),
    right: Example(
      .serverPermissions,
      #"""
      [
        {"instance": {"key": {"publicId": "run_container", "versionId": "1"}, "param": []}, "isRequired": true}
      ]
      """#)
  ) { template in
    let document = template.document
    let section: SectionName =
      document.template.side == .server ? .serverPermissions : .webPermissions
    var counts: [String: Int] = [:]
    return document.template.permissions.compactMap { permission -> TemplateBreach? in
      let id = permission.publicID
      let earlier = counts[id, default: 0]
      counts[id] = earlier + 1
      guard earlier == 1 else { return nil }
      return TemplateBreach(
        "the permission '\(id)' is declared twice",
        at: document.line(of: "publicId", .string(id), index: 1, in: section),
        notes: ["put what both allow into one entry"])
    }
  }
}
