/// A refusal of the Tag Manager API, explained to the person who can mend it.
package struct APIRefusal: Sendable {
  private let response: HTTPResponse
  private let error: GoogleError?
  private let credential: Credential
  private let secrets: [String]
  private let scope: AccessScope

  package init(
    _ response: HTTPResponse, for credential: Credential, needing scope: AccessScope = .readonly,
    hiding secrets: [String]
  ) {
    self.scope = scope
    self.response = response
    self.credential = credential
    self.secrets = secrets
    error = GoogleError(response.body)
  }

  /// The failure of a request that asked for something, such as `the live version of 'GTM-ABC1234'`.
  package func failure(asking purpose: String) -> FetchFailure {
    switch response.status {
    case 401:
      return FetchFailure(
        .credential, "\(credential.origin) is not accepted\(said)",
        notes: [
          isGivenToken
            ? "a token is valid for an hour: get a new one" : "a fresh token was refused as well"
        ])
    case 403:
      return forbidden(purpose)
    case 404:
      return FetchFailure(
        .notFound,
        "\(purpose) was not found, or may not be \(action) by \(credential.account)\(said)",
        notes: [permissionNote])
    default:
      return FetchFailure(
        .answer, "asked for \(purpose), the Tag Manager API answered \(response.status)\(said)")
    }
  }

  private func forbidden(_ purpose: String) -> FetchFailure {
    let reasons = error?.reasons ?? []
    let challenge = response.headers["www-authenticate"] ?? ""
    if reasons.contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT")
      || challenge.contains("insufficient_scope")
      || error?.message.contains("insufficient authentication scopes") == true
    {
      return TokenAnswer.missingScope(credential, scope)
    }
    if !reasons.isDisjoint(with: ["SERVICE_DISABLED", "accessNotConfigured"]) {
      let project = (error?.metadata["consumer"]).map {
        " in '\(ServerText.shown($0, hiding: secrets))'"
      }
      return FetchFailure(
        .permission,
        "the Tag Manager API is not enabled\(project ?? " in the Google Cloud project")\(said)",
        notes: [
          "enable it: https://console.cloud.google.com/apis/library/tagmanager.googleapis.com",
          "with a user credential, name a project of your own: gcloud auth application-default set-quota-project PROJECT",
        ])
    }
    if !reasons.isDisjoint(with: ["USER_PROJECT_DENIED", "CONSUMER_INVALID"]) {
      return FetchFailure(
        .permission, "\(credential.account) may not use the quota of the project\(said)",
        notes: ["it needs the role 'Service Usage Consumer' there (serviceusage.services.use)"])
    }
    return FetchFailure(
      .permission, "\(credential.account) has no permission to \(verb) \(purpose)\(said)",
      notes: [permissionNote])
  }

  /// The status of the answer.
  package var status: Int { response.status }
  /// The API's own words; empty where it has none.
  package var message: String { ServerText.shown(error?.message ?? "", hiding: secrets) }

  private var verb: String { scope == .readonly ? "read" : "change" }
  private var action: String { scope == .readonly ? "read" : "changed" }

  /// The permission in Tag Manager's user management that goes with the scope.
  private var permission: String {
    switch scope {
    case .readonly: "Read"
    case .editContainers, .deleteContainers: "Edit"
    case .editVersions: "Approve"
    case .publish: "Publish"
    }
  }

  private var isGivenToken: Bool { if case .token = credential { true } else { false } }

  private var permissionNote: String {
    "it needs the container permission '\(permission)': Tag Manager › Admin › User Management of the container"
  }

  /// The API's own words, in brackets.
  private var said: String {
    guard let message = error?.message, !message.isEmpty else { return "" }
    return " ('\(ServerText.shown(message, hiding: secrets))')"
  }
}
