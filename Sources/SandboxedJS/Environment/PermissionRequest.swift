/// One thing that a script is about to do, for which it needs a permission.
package enum PermissionRequest: Hashable, Sendable {
  /// A part of the incoming request.
  package enum RequestPart: Hashable, Sendable {
    case header(String)
    case body, path
    /// The whole query string or all parameters.
    case query
    case queryParameter(String)
    case remoteAddress
  }

  /// A part of the response.
  package enum ResponsePart: Hashable, Sendable {
    case status, body
    case header(String)
  }

  case accessBigQuery(project: String, dataset: String, table: String)
  case accessFirestore(project: String, path: String, operation: String)
  case accessResponse(ResponsePart)
  case accessTemplateStorage
  case getCookie(String)
  case logging(debug: Bool)
  case readContainerData
  /// A key path, or all of the event's data.
  case readEventData(String?)
  case readEventMetadata
  case readRequest(RequestPart)
  case returnResponse
  case runContainer
  case sendHTTP(String)
  case sendPixelFromBrowser(String)
  case setCookie(name: String, domain: String, path: String, secure: Bool, session: Bool)
  case useCustomPrivateKey(String)
  case useGoogleCredentials(scopes: [String])
  case useMessage(type: String, action: String)
  /// An access of a web template to its page.
  case page(PageAccess)

  /// The permission that it needs.
  package var permission: Permission {
    switch self {
    case .accessBigQuery: .accessBigQuery
    case .accessFirestore: .accessFirestore
    case .accessResponse: .accessResponse
    case .accessTemplateStorage: .accessTemplateStorage
    case .getCookie: .getCookies
    case .logging: .logging
    case .readContainerData: .readContainerData
    case .readEventData: .readEventData
    case .readEventMetadata: .readEventMetadata
    case .readRequest: .readRequest
    case .returnResponse: .returnResponse
    case .runContainer: .runContainer
    case .sendHTTP: .sendHTTP
    case .sendPixelFromBrowser: .sendPixelFromBrowser
    case .setCookie: .setCookies
    case .useCustomPrivateKey: .useCustomPrivateKeys
    case .useGoogleCredentials: .useGoogleCredentials
    case .useMessage: .useMessage
    case .page(let access): access.permission
    }
  }

  /// A description of the refused request, in the words of Google's permission pages.
  var refusal: String {
    switch self {
    case .accessBigQuery(let project, let dataset, let table):
      "Prohibited write to BigQuery table '\(project).\(dataset).\(table)'"
    case .accessFirestore(let project, let path, let operation):
      "Prohibited \(operation) of Firestore path '\(path)' in project '\(project)'"
    case .accessResponse(.status): "Prohibited write of the response status"
    case .accessResponse(.body): "Prohibited write of the response body"
    case .accessResponse(.header(let name)): "Prohibited write of response header '\(name)'"
    case .accessTemplateStorage: "Prohibited access to template storage"
    case .getCookie(let name): "Prohibited read of cookie '\(name)'"
    case .logging: "Prohibited logging"
    case .readContainerData: "Prohibited read of container data"
    case .readEventData(let key?): "Prohibited read of event data key '\(key)'"
    case .readEventData(nil): "Prohibited read of all event data"
    case .readEventMetadata: "Prohibited read of event metadata"
    case .readRequest(.header(let name)): "Prohibited read of request header '\(name)'"
    case .readRequest(.body): "Prohibited read of the request body"
    case .readRequest(.path): "Prohibited read of the request path"
    case .readRequest(.query): "Prohibited read of the query string"
    case .readRequest(.queryParameter(let name)):
      "Prohibited read of query parameter '\(name)'"
    case .readRequest(.remoteAddress): "Prohibited read of the remote address"
    case .returnResponse: "Prohibited return of the response"
    case .runContainer: "Prohibited run of the container"
    case .sendHTTP(let url), .sendPixelFromBrowser(let url): "Prohibited URL '\(url)'"
    case .setCookie(let name, let domain, let path, _, _):
      "Prohibited write of cookie '\(name)' (domain '\(domain)', path '\(path)')"
    case .useCustomPrivateKey(let id): "Prohibited use of private key '\(id)'"
    case .useGoogleCredentials(let scopes):
      "Prohibited OAuth scopes '\(scopes.joined(separator: " "))'"
    case .useMessage(let type, let action): "Prohibited \(action) of message type '\(type)'"
    case .page(let access): access.refusal
    }
  }
}
