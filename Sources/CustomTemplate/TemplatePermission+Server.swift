/// The accessible part of a request or a response, where it has names: all of it, nothing, or the
/// names listed.
package enum NamedAccess: Hashable, Sendable, ExpressibleByArrayLiteral {
  case none
  case any
  case only([String])

  /// The names listed; nothing where the list is empty.
  package init(arrayLiteral names: String...) {
    self = names.isEmpty ? .none : .only(names)
  }
}

/// Permissions of server templates, their parameters in the order in which Google Tag Manager writes them.
///
/// Names and values: https://developers.google.com/tag-platform/tag-manager/server-side/permissions
extension TemplatePermission {
  /// The environments in which `logToConsole` writes.
  package enum LogEnvironments: String, Sendable {
    /// Only while a container is previewed.
    case debug
    /// In production too.
    case all
  }

  /// `logToConsole`.
  package static func logging(_ environments: LogEnvironments) -> TemplatePermission {
    TemplatePermission("logging", [text("environments", environments.rawValue)])
  }

  /// `getEventData` and `getAllEventData` for everything in the event.
  package static let readAnyEventData = TemplatePermission(
    "read_event_data", [text("eventDataAccess", "any")])

  /// `getEventData` for the key paths listed, such as `user_data.email_address` or `items.*`.
  package static func readEventData(keys: [String]) -> TemplatePermission {
    TemplatePermission(
      "read_event_data",
      [Parameter("keyPatterns", .strings(keys)), text("eventDataAccess", "specific")])
  }

  /// `getCookieValues` for every cookie.
  package static let getAnyCookie = TemplatePermission(
    "get_cookies", [text("cookieAccess", "any")])

  /// `getCookieValues` for the cookies listed.
  package static func getCookies(names: [String]) -> TemplatePermission {
    TemplatePermission(
      "get_cookies", [text("cookieAccess", "specific"), Parameter("cookieNames", .strings(names))])
  }

  /// A cookie that may be set.
  package struct CookieAccess: Hashable, Sendable {
    /// The name; `*` is any.
    package let name: String
    /// The domain; `*` is any.
    package let domain: String
    /// The path; `*` is any.
    package let path: String
    /// `secure` where only secure cookies may be set, else `any`.
    package let secure: String
    /// `any`: whether the cookie may last longer than a session.
    package let session: String

    /// Names a cookie; `*` stands for any name, domain or path.
    ///
    /// - Parameter onlySecure: whether the cookie has to be set with `secure`.
    package init(_ name: String, domain: String = "*", path: String = "*", onlySecure: Bool = false)
    {
      self.name = name
      self.domain = domain
      self.path = path
      secure = onlySecure ? "secure" : "any"
      session = "any"
    }
  }

  /// `setCookie` for the cookies listed.
  package static func setCookies(_ cookies: [CookieAccess]) -> TemplatePermission {
    table("set_cookies", "allowedCookies", cookies) {
      [
        ("name", $0.name), ("domain", $0.domain), ("path", $0.path), ("secure", $0.secure),
        ("session", $0.session),
      ]
    }
  }

  /// `sendHttpRequest` and `sendHttpGet` to every URL.
  package static let sendHTTPToAnyURL = TemplatePermission(
    "send_http", [text("allowedUrls", "any")])

  /// `sendHttpRequest` and `sendHttpGet` to the URLs that match a pattern, such as `https://api.example.com/v1/*`.
  package static func sendHTTP(
    urls: [String], googleDomains: Bool = false
  ) -> TemplatePermission {
    TemplatePermission("send_http", allowedURLs(urls, googleDomains))
  }

  /// `sendPixelFromBrowser` to the URLs that match a pattern.
  package static func sendPixelFromBrowser(
    urls: [String], googleDomains: Bool = false
  ) -> TemplatePermission {
    TemplatePermission("send_pixel_from_browser", allowedURLs(urls, googleDomains))
  }

  /// The request APIs, for the whole of the request.
  package static let readAnyRequest = TemplatePermission(
    "read_request",
    [
      text("requestAccess", "any"), text("headerAccess", "any"),
      text("queryParameterAccess", "any"),
    ])

  /// The request APIs, for the parts listed: `getRequestHeader`, `getRequestQueryParameter`, `getRequestBody`,
  /// `getRequestPath`, `getRemoteAddress`.
  package static func readRequest(
    headers: NamedAccess = .none, queryParameters: NamedAccess = .none, body: Bool = false,
    path: Bool = false, remoteAddress: Bool = false
  ) -> TemplatePermission {
    // The order is that of a Java hash map of what was set, then the defaults of what was not.
    var parameters: [Parameter] = []
    if case .only(let names) = headers {
      parameters.append(Parameter("headerWhitelist", column("headerName", names)))
    }
    if queryParameters != .none { parameters.append(flag("queryParametersAllowed")) }
    if body { parameters.append(flag("bodyAllowed")) }
    if remoteAddress { parameters.append(flag("remoteAddressAllowed")) }
    if headers != .none { parameters.append(flag("headersAllowed")) }
    if path { parameters.append(flag("pathAllowed")) }
    if queryParameters != .none {
      parameters.append(access("queryParameterAccess", queryParameters))
    }
    parameters.append(text("requestAccess", "specific"))
    if case .only(let names) = queryParameters {
      parameters.append(Parameter("queryParameterWhitelist", column("queryParameter", names)))
    }
    parameters.append(access("headerAccess", headers))
    if queryParameters == .none { parameters.append(access("queryParameterAccess", .any)) }
    return TemplatePermission("read_request", parameters)
  }

  /// The response APIs, for the whole of the response.
  package static let accessAnyResponse = TemplatePermission(
    "access_response", [text("writeResponseAccess", "any"), text("writeHeaderAccess", "specific")])

  /// The response APIs, for the parts listed: `setResponseStatus`, `setResponseHeader`, `setResponseBody`.
  package static func accessResponse(
    headers: NamedAccess = .none, status: Bool = false, body: Bool = false
  ) -> TemplatePermission {
    var parameters = [
      text("writeResponseAccess", "specific"),
      text("writeHeaderAccess", headers == .any ? "any" : "specific"),
    ]
    if status { parameters.append(flag("writeStatusAllowed")) }
    if headers != .none { parameters.append(flag("writeHeadersAllowed")) }
    if body { parameters.append(flag("writeBodyAllowed")) }
    if case .only(let names) = headers {
      parameters.append(Parameter("writeHeaderWhitelist", column("headerName", names)))
    }
    return TemplatePermission("access_response", parameters)
  }

  /// `returnResponse`.
  package static let returnResponse = TemplatePermission("return_response")
  /// `runContainer`.
  package static let runContainer = TemplatePermission("run_container")
  /// `getContainerVersion` and `getClientName`.
  package static let readContainerData = TemplatePermission("read_container_data")
  /// `addEventCallback`.
  package static let readEventMetadata = TemplatePermission("read_event_metadata")
  /// `templateDataStorage`.
  package static let accessTemplateStorage = TemplatePermission("access_template_storage")

  /// A table of BigQuery that rows may be added to; `*` stands for any project, data set or table.
  package struct BigQueryTable: Hashable, Sendable {
    /// The project; `*` is any, `GOOGLE_CLOUD_PROJECT` the one that the server runs in.
    package let projectID: String
    /// The data set; `*` is any.
    package let datasetID: String
    /// The table; `*` is any.
    package let tableID: String

    /// Names a table.
    package init(projectID: String = "*", datasetID: String = "*", tableID: String = "*") {
      self.projectID = projectID
      self.datasetID = datasetID
      self.tableID = tableID
    }
  }

  /// `BigQuery.insert` into the tables listed.
  package static func accessBigQuery(_ tables: [BigQueryTable]) -> TemplatePermission {
    table("access_bigquery", "allowedTables", tables) {
      [
        ("projectId", $0.projectID), ("datasetId", $0.datasetID), ("tableId", $0.tableID),
        ("operation", "write"),
      ]
    }
  }

  /// A path of Firestore that may be read or written; `*` stands for any project or part of a path.
  package struct FirestorePath: Hashable, Sendable {
    /// The operations that can be allowed.
    package enum Operation: String, Sendable {
      case read
      case write
      case readWrite = "read_write"
    }

    /// The project; `*` is any, `GOOGLE_CLOUD_PROJECT` the one that the server runs in.
    package let projectID: String
    /// The path; `*` is any.
    package let path: String
    /// The operation that is allowed.
    package let operation: Operation
    /// The database, `(default)` where the project has several; most files leave it out.
    package let databaseID: String?

    /// Names a path and what may be done there.
    package init(
      projectID: String = "GOOGLE_CLOUD_PROJECT", path: String, operation: Operation,
      databaseID: String? = nil
    ) {
      self.projectID = projectID
      self.path = path
      self.operation = operation
      self.databaseID = databaseID
    }
  }

  /// `Firestore` for the paths listed.
  package static func accessFirestore(_ paths: [FirestorePath]) -> TemplatePermission {
    table("access_firestore", "allowedOptions", paths) { path in
      [("projectId", path.projectID), ("path", path.path), ("operation", path.operation.rawValue)]
        + (path.databaseID.map { [("databaseId", $0)] } ?? [])
    }
  }

  /// `getGoogleAuth` for the OAuth scopes listed.
  package static func useGoogleCredentials(scopes: [String]) -> TemplatePermission {
    TemplatePermission("use_google_credentials", [Parameter("allowedScopes", .strings(scopes))])
  }

  /// `hmacSha256` with the keys listed, by their ids in the server's credentials file.
  ///
  /// No export by Google Tag Manager with this permission is known; the parameter's name is that of a hand-written file.
  package static func useCustomPrivateKeys(ids: [String]) -> TemplatePermission {
    TemplatePermission("use_custom_private_keys", [Parameter("keyIds", .strings(ids))])
  }

  /// A message between templates that may be sent or listened to.
  package struct MessageAccess: Hashable, Sendable {
    /// The message's type.
    package let type: String
    /// `listen` for `addMessageListener`, `send` for `sendMessage`.
    package let action: String

    /// Names a message and what may be done with it.
    package init(type: String, action: String) {
      self.type = type
      self.action = action
    }
  }

  /// `addMessageListener`, `hasMessageListener` and `sendMessage` for every message.
  package static let useAnyMessage = TemplatePermission(
    "use_message", [text("allowedActions", "any")])

  /// `addMessageListener`, `hasMessageListener` and `sendMessage` for the messages listed.
  package static func useMessages(_ messages: [MessageAccess]) -> TemplatePermission {
    var permission = table("use_message", "messageTypes", messages) {
      [("type", $0.type), ("action", $0.action)]
    }
    permission.parameters.insert(text("allowedActions", "specific"), at: 0)
    return permission
  }
}

extension TemplatePermission {
  private static func text(_ key: String, _ text: String) -> Parameter {
    Parameter(key, .string(text))
  }

  private static func flag(_ key: String) -> Parameter { Parameter(key, .boolean(true)) }

  /// Makes the parameter for an access; no access at all keeps the editor's default, `any`.
  private static func access(_ key: String, _ access: NamedAccess) -> Parameter {
    if case .only = access { text(key, "specific") } else { text(key, "any") }
  }

  private static func column(_ name: String, _ cells: [String]) -> PermissionValue {
    .list(cells.map { .row([(name, $0)]) })
  }

  private static func allowedURLs(_ urls: [String], _ googleDomains: Bool) -> [Parameter] {
    var parameters = [text("allowedUrls", "specific")]
    if !urls.isEmpty { parameters.append(Parameter("urls", .strings(urls))) }
    if googleDomains { parameters.append(flag("allowGoogleDomains")) }
    return parameters
  }

  private static func table<Row>(
    _ publicID: String, _ key: String, _ rows: [Row], cells: (Row) -> [(String, String)]
  ) -> TemplatePermission {
    TemplatePermission(publicID, [Parameter(key, .list(rows.map { .row(cells($0)) }))])
  }
}
