/// One thing that a script does and that needs a permission.
package struct PermissionNeed: Hashable, Sendable {
  /// The kinds of access, as far as the script shows them.
  package enum Access: Hashable, Sendable {
    /// `logToConsole`.
    case log
    /// `getEventData` with a path of keys; the whole event for `getAllEventData`, which is `unknown`.
    case eventData(KnownText)
    /// A request to a URL.
    case http(KnownText)
    /// A request to Google's own hosts.
    case googleHTTP
    /// A pixel that the browser is told to load.
    case pixel(KnownText)
    /// A cookie of the request.
    case readCookie(KnownText)
    /// A cookie of the response.
    case setCookie(Cookie)
    /// A part of the incoming request.
    case request(RequestPart)
    /// A part of the response.
    case response(ResponsePart)
    /// Rows written to a table.
    case bigQuery(project: KnownText?, dataset: KnownText, table: KnownText)
    /// A document or a collection.
    case firestore(project: KnownText?, path: KnownText, isWriting: Bool)
    /// An OAuth scope.
    case googleCredentials(scope: KnownText)
    /// A message of a type.
    case message(type: KnownText, isListening: Bool)
    /// A use of a property of the page's `window`.
    case global(KnownText, PageAccess.GlobalUse)
    /// A key of the data layer.
    case dataLayer(KnownText, isWriting: Bool)
    /// A consent type.
    case consent(KnownText, isWriting: Bool)
    /// A key of the browser's storage.
    case localStorage(KnownText, isWriting: Bool)
    /// A script, a frame or a picture that the page loads.
    case load(KnownText)
    /// A component of the page's or the referrer's address; all of it where it is `nil`.
    case address(component: KnownText?)
    /// A parameter of the page's or the referrer's query.
    case queryParameter(KnownText)
    /// A key, by its id.
    case privateKey(KnownText)
    /// All that the permission is about: it has no parameters, or nothing more can be told.
    case everything
  }

  /// A part of the incoming request.
  package enum RequestPart: Hashable, Sendable {
    case header(KnownText)
    case queryParameter(KnownText)
    /// All parameters, or the query as a text.
    case query
    case body, path, remoteAddress
    /// All of it.
    case everything
  }

  /// A part of the response.
  package enum ResponsePart: Hashable, Sendable {
    case status, body
    case header(KnownText)
    /// All of it.
    case everything
  }

  /// A cookie that is set, and its options.
  package struct Cookie: Hashable, Sendable {
    package let name: KnownText
    /// The domain; `nil` where the options have none.
    package let domain: KnownText?
    /// The path; `nil` where the options have none.
    package let path: KnownText?
    /// Whether it is only sent over HTTPS; `nil` where that depends on the run.
    package let isSecure: Bool?
    /// Whether it ends with the browser's session, for want of an age; `nil` where that depends on
    /// the run.
    package let isForSession: Bool?

    /// Names a cookie.
    package init(
      name: KnownText, domain: KnownText?, path: KnownText?, isSecure: Bool?, isForSession: Bool?
    ) {
      self.name = name
      self.domain = domain
      self.path = path
      self.isSecure = isSecure
      self.isForSession = isForSession
    }
  }

  /// The permission.
  package let permission: Permission
  /// The access; `nil` where the API is required and never called: Tag Manager asks for the
  /// permission all the same.
  package let access: Access?
  /// The API that does it, with its method, as `BigQuery.insert`.
  package let api: String
  /// The position at which the script calls the API, or requires it.
  package let position: SourcePosition
}
