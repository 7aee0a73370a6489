package import SandboxedJS

extension PermissionPolicy {
  /// Creates a policy from what the permissions of a template allow its code to do.
  ///
  /// Source: https://developers.google.com/tag-platform/tag-manager/server-side/permissions
  package init(_ permissions: [TemplatePermission]) {
    let grants = PermissionGrants(permissions)
    self.init { grants.allow($0) }
  }
}

/// The texts that a permission grants.
private struct TextGrant: Sendable {
  var isEverything = false
  private var exact: Set<String> = []
  private var patterns: [PermissionPattern] = []
  private let style: PermissionPattern.Style

  init(
    _ texts: [String], _ style: PermissionPattern.Style = .name, isEverything: Bool = false
  ) {
    self.style = style
    self.isEverything = isEverything || texts.contains("*")
    exact = Set(style == .header ? texts.map { $0.lowercased() } : texts)
    patterns = texts.filter { $0.contains("*") || style == .url }
      .map { PermissionPattern($0, style) }
  }

  static let nothing = TextGrant([])
  static let everything = TextGrant([], isEverything: true)

  func allows(_ text: String) -> Bool {
    isEverything || exact.contains(style == .header ? text.lowercased() : text)
      || patterns.contains { $0.mayCover(.exactly(text)) }
  }
}

/// The grants of a template, arranged so that a question is answered fast.
private struct PermissionGrants: Sendable {
  private let declared: Set<Permission>
  private let permissions: [Permission: TemplatePermission]
  private var eventData = TextGrant.nothing
  private var cookies = TextGrant.nothing
  private var headers = TextGrant.nothing
  private var parameters = TextGrant.nothing
  private var responseHeaders = TextGrant.nothing
  private var urls = TextGrant.nothing
  private var pixels = TextGrant.nothing
  private var scopes = TextGrant.nothing
  private var keys = TextGrant.nothing
  private var parts: Set<String> = []

  init(_ list: [TemplatePermission]) {
    var permissions: [Permission: TemplatePermission] = [:]
    for permission in list {
      if let kind = Permission(rawValue: permission.publicID) { permissions[kind] = permission }
    }
    self.permissions = permissions
    declared = Set(permissions.keys)
    func texts(
      _ kind: Permission, _ access: String, _ key: String, _ style: PermissionPattern.Style
    ) -> TextGrant {
      guard let permission = permissions[kind] else { return .nothing }
      return TextGrant(
        permission.texts(key) ?? [], style, isEverything: permission[access]?.text == "any")
    }
    func urls(_ kind: Permission) -> TextGrant {
      guard let permission = permissions[kind] else { return .nothing }
      return TextGrant(
        permission.texts("urls") ?? [], .url,
        isEverything: permission["allowedUrls"]?.text == "any")
    }
    eventData = texts(.readEventData, "eventDataAccess", "keyPatterns", .key)
    cookies = texts(.getCookies, "cookieAccess", "cookieNames", .name)
    self.urls = urls(.sendHTTP)
    pixels = urls(.sendPixelFromBrowser)
    scopes = TextGrant(permissions[.useGoogleCredentials]?.texts("allowedScopes") ?? [])
    keys = TextGrant(permissions[.useCustomPrivateKeys]?.texts("keyIds") ?? [])
    if let request = permissions[.readRequest] {
      let isAny = request["requestAccess"]?.text == "any"
      func named(_ flag: String, _ access: String, _ list: String, _ column: String) -> TextGrant {
        guard isAny || request.allows(flag) else { return .nothing }
        return TextGrant(
          request.texts(list, column: column) ?? [], column == "headerName" ? .header : .name,
          isEverything: isAny || request[access]?.text == "any")
      }
      headers = named("headersAllowed", "headerAccess", "headerWhitelist", "headerName")
      parameters = named(
        "queryParametersAllowed", "queryParameterAccess", "queryParameterWhitelist",
        "queryParameter")
      for part in ["bodyAllowed", "pathAllowed", "remoteAddressAllowed"]
      where isAny || request.allows(part) { parts.insert(part) }
    }
    if let response = permissions[.accessResponse] {
      let isAny = response["writeResponseAccess"]?.text == "any"
      if isAny || response.allows("writeHeadersAllowed") {
        responseHeaders = TextGrant(
          response.texts("writeHeaderWhitelist", column: "headerName") ?? [], .header,
          isEverything: isAny || response["writeHeaderAccess"]?.text == "any")
      }
      for part in ["writeStatusAllowed", "writeBodyAllowed"]
      where isAny || response.allows(part) { parts.insert(part) }
    }
  }

  func allow(_ request: PermissionRequest) -> Bool {
    switch request {
    case .readEventData(let key?): eventData.allows(key)
    case .readEventData(nil): eventData.isEverything
    case .getCookie(let name): cookies.allows(name)
    case .readRequest(let part): allow(part)
    case .accessResponse(.header(let name)): responseHeaders.allows(name)
    case .accessResponse(.status): parts.contains("writeStatusAllowed")
    case .accessResponse(.body): parts.contains("writeBodyAllowed")
    case .sendHTTP(let url): urls.allows(url) || isGoogle(url, .sendHTTP)
    case .sendPixelFromBrowser(let url): pixels.allows(url) || isGoogle(url, .sendPixelFromBrowser)
    case .setCookie(let name, let domain, let path, let secure, let session):
      rows(.setCookies, "allowedCookies").contains { row in
        covers(row, "name", name) && covers(row, "domain", domain) && covers(row, "path", path)
          && (row["secure"]?.text != "secure" || secure)
          && (row["session"]?.text != "session" || session)
      }
    case .useGoogleCredentials(let wanted): wanted.allSatisfy(scopes.allows)
    case .useCustomPrivateKey(let id): keys.allows(id)
    case .accessBigQuery(let project, let dataset, let table):
      rows(.accessBigQuery, "allowedTables").contains { row in
        coversProject(row, project) && covers(row, "datasetId", dataset)
          && covers(row, "tableId", table)
      }
    case .accessFirestore(let project, let path, let operation):
      rows(.accessFirestore, "allowedOptions").contains { row in
        coversProject(row, project) && covers(row, "path", path)
          && ["read_write", operation].contains(row["operation"]?.text ?? "")
      }
    case .useMessage(let type, let action):
      permissions[.useMessage]?["allowedActions"]?.text == "any"
        || rows(.useMessage, "messageTypes").contains { row in
          covers(row, "type", type) && (row["action"]?.text ?? action).contains(action)
        }
    // A server template has no page.
    case .page: false
    case .accessTemplateStorage, .logging, .readContainerData, .readEventMetadata,
      .returnResponse, .runContainer:
      declared.contains(request.permission)
    }
  }

  private func allow(_ part: PermissionRequest.RequestPart) -> Bool {
    switch part {
    case .header(let name): headers.allows(name)
    case .queryParameter(let name): parameters.allows(name)
    case .query: parameters.isEverything
    case .body: parts.contains("bodyAllowed")
    case .path: parts.contains("pathAllowed")
    case .remoteAddress: parts.contains("remoteAddressAllowed")
    }
  }

  private func rows(_ kind: Permission, _ key: String) -> [PermissionValue] {
    permissions[kind]?[key]?.items ?? []
  }

  private func covers(_ row: PermissionValue, _ column: String, _ text: String) -> Bool {
    guard let cell = row[column]?.text, cell != "*" else { return true }
    return cell == text || PermissionPattern(cell, .name).mayCover(.exactly(text))
  }

  /// The server's own project has no name in a simulation.
  private func coversProject(_ row: PermissionValue, _ project: String) -> Bool {
    row["projectId"]?.text == "GOOGLE_CLOUD_PROJECT" || covers(row, "projectId", project)
  }

  private func isGoogle(_ url: String, _ kind: Permission) -> Bool {
    guard permissions[kind]?.allows("allowGoogleDomains") == true else { return false }
    return KnownText.exactly(url).isOfGoogle
  }
}
