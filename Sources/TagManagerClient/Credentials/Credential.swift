/// A credential for working on a container.
package enum Credential: Sendable {
  /// A token from the variable `GTM_ACCESS_TOKEN`.
  case token(AccessToken)
  /// A service account, which signs for itself.
  case serviceAccount(ServiceAccountKey)
  /// A person who has agreed once.
  case authorisedUser(AuthorisedUser)
  /// The service account of the Google Cloud machine that this runs on.
  case metadataServer(HTTPEndpoint)

  /// The credential's source and owner, for progress and errors. Holds nothing secret.
  package var origin: String {
    switch self {
    case .token: "the token in GTM_ACCESS_TOKEN"
    case .serviceAccount(let key): "the key of service account '\(key.email)' in '\(key.file)'"
    case .authorisedUser(let user): "the user credential in '\(user.file)'"
    case .metadataServer(let endpoint):
      "the service account of this machine, from '\(endpoint.host)'"
    }
  }

  /// The account that Tag Manager has to know.
  package var account: String {
    switch self {
    case .token: "the account that the token in GTM_ACCESS_TOKEN belongs to"
    case .serviceAccount(let key): "the service account '\(key.email)'"
    case .authorisedUser: "the account that logged in with gcloud"
    case .metadataServer: "the service account of this machine"
    }
  }

  /// Returns advice on how this kind of credential gets the scopes that a command needs.
  package func howToGet(_ scopes: [AccessScope]) -> String {
    switch self {
    case .token:
      "make the token with the scope, such as: gcloud auth print-access-token --impersonate-service-account=ACCOUNT --scopes=\(scopes.joined(by: ","))"
    case .serviceAccount:
      "the scopes are asked for with every token; the account's administrator may have restricted it"
    case .authorisedUser:
      "log in anew: gcloud auth application-default login --scopes=\(scopes.joined(by: ",")),https://www.googleapis.com/auth/cloud-platform"
    case .metadataServer:
      "add \(scopes.joined(by: ", ")) to the access scopes of the machine or its node pool"
    }
  }

  /// The texts of it that must never be shown.
  package var secrets: [String] {
    switch self {
    case .token(let token): [token.secret]
    case .serviceAccount(let key): [key.privateKey]
    case .authorisedUser(let user): [user.refreshToken, user.clientSecret]
    case .metadataServer: []
    }
  }
}
