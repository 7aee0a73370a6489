/// The refresh token of a person, as `gcloud auth application-default login` writes it.
package struct AuthorisedUser: Sendable, CustomStringConvertible, CustomReflectable {
  package let clientID: String
  package let clientSecret: String
  package let refreshToken: String
  /// The project whose quota is used (header `x-goog-user-project`), where the file names one.
  package let quotaProject: String?
  /// The address at which the refresh token is exchanged for a token.
  package let tokenEndpoint: HTTPEndpoint
  /// The file, for errors.
  package let file: String

  package init(
    clientID: String, clientSecret: String, refreshToken: String, quotaProject: String?,
    tokenEndpoint: HTTPEndpoint, file: String
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.refreshToken = refreshToken
    self.quotaProject = quotaProject
    self.tokenEndpoint = tokenEndpoint
    self.file = file
  }

  package var description: String { "(authorised user)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
