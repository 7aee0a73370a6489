package import SandboxedJS

extension PermissionPolicy {
  /// Creates a policy from what the permissions of a web template allow.
  ///
  /// Source: https://developers.google.com/tag-platform/tag-manager/templates/permissions
  package init(webPermissions permissions: [TemplatePermission]) {
    let declared = WebPermissions(permissions)
    self.init { declared.allow($0) }
  }
}

/// The permissions of a web template, as they are asked.
private struct WebPermissions: Sendable {
  private let permissions: [String: [TemplatePermission]]

  init(_ permissions: [TemplatePermission]) {
    self.permissions = Dictionary(grouping: permissions, by: \.publicID)
  }

  func allow(_ request: PermissionRequest) -> Bool {
    (permissions[request.permission.rawValue] ?? []).contains { allows($0, request) }
  }

  private func allows(_ permission: TemplatePermission, _ request: PermissionRequest) -> Bool {
    switch request {
    case .page(let access): allows(permission, access)
    case .getCookie(let name):
      permission["cookieAccess"]?.text == "any"
        || permission.texts("cookieNames")?.contains(name) == true
    case .setCookie(let name, let domain, let path, let secure, let session):
      (permission["allowedCookies"]?.items ?? []).contains { row in
        row.holds("name", name) && row.holds("domain", domain) && row.holds("path", path)
          && (row["secure"]?.text != "secure" || secure)
          && (row["session"]?.text != "session" || session)
      }
    case .logging(let debug): permission["environments"]?.text == "all" || debug
    case .accessTemplateStorage, .readContainerData, .readEventMetadata: true
    default: false
    }
  }

  private func allows(_ permission: TemplatePermission, _ access: PageAccess) -> Bool {
    switch access {
    case .consent(let type, let isWriting):
      (permission["consentTypes"]?.items ?? []).contains { row in
        row["consentType"]?.text == type && row.allows(isWriting ? "write" : "read")
      }
    case .global(let key, let use):
      (permission["keys"]?.items ?? []).contains { row in
        row["key"]?.text == key && row.allows(use.rawValue)
      }
    case .localStorage(let key, let isWriting):
      (permission["keys"]?.items ?? []).contains { row in
        row["key"]?.text == key && row.allows(isWriting ? "write" : "read")
      }
    case .dataLayer(let key):
      permission["allowedKeys"]?.text == "any"
        || (permission.texts("keyPatterns") ?? []).contains { Self.covers($0, key) }
    case .setDataLayer(let key):
      (permission.texts("keyPatterns") ?? []).contains { Self.covers($0, key) }
    case .script(let url), .frame(let url), .picture(let url):
      permission["allowedUrls"]?.text == "any"
        || (permission.texts("urls") ?? []).contains { Self.fits(url, $0) }
    case .url(let component, let parameter), .referrer(let component, let parameter):
      Self.allows(permission, component: component, parameter: parameter)
    case .title, .characterSet, .analyticsStorage: true
    }
  }

  private static func allows(
    _ permission: TemplatePermission, component: String?, parameter: String?
  ) -> Bool {
    if permission["urlParts"]?.text == "any" {
      return parameter == nil || permission["queriesAllowed"]?.text != "specific"
        || permission.texts("queryKeys")?.contains(parameter ?? "") == true
    }
    guard let component, permission.allows(component) else { return false }
    return parameter == nil || permission["queriesAllowed"]?.text == "any"
      || permission.texts("queryKeys")?.contains(parameter ?? "") == true
  }

  private static func covers(_ pattern: String, _ key: String) -> Bool {
    PermissionPattern(pattern, .key).mayCover(.exactly(key))
  }

  /// Whether a text is a pattern's, or begins as one that ends in `*` does.
  private static func fits(_ text: String, _ pattern: String) -> Bool {
    guard pattern.hasSuffix("*") else { return text == pattern }
    return text.hasPrefix(pattern.dropLast())
  }
}

extension PermissionValue {
  fileprivate func allows(_ key: String) -> Bool { self[key] == .boolean(true) }

  fileprivate func holds(_ key: String, _ text: String) -> Bool {
    self[key]?.text == "*" || self[key]?.text == text
  }
}
