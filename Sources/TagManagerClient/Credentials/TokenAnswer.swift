package import JSONText

/// The answer of a token endpoint (RFC 6749 section 5).
package enum TokenAnswer {
  /// The token in a successful answer.
  ///
  /// Throws where there is none, and where the answer says that the token lacks a scope that was asked for.
  package static func token(
    in json: JSON, for credential: Credential, scopes: [AccessScope]
  ) throws(FetchFailure) -> AccessToken {
    let type = json["token_type"]?.string ?? "Bearer"
    guard type.lowercased() == "bearer",
      let token = json["access_token"]?.string.flatMap(AccessToken.init)
    else {
      throw FetchFailure(.answer, "the answer for \(credential.origin) holds no access token")
    }
    if let granted = json["scope"]?.string {
      let words = granted.split(separator: " ").map(String.init)
      if let missing = scopes.first(where: { !$0.isCovered(by: words) }) {
        throw missingScope(credential, missing)
      }
    }
    return token
  }

  /// A refusal of the token endpoint, explained.
  package static func failure(
    _ response: HTTPResponse, for credential: Credential, scopes: [AccessScope],
    hiding secrets: [String]
  ) -> FetchFailure {
    let options = JSONReadOptions(depthLimit: 32, repeatedKeys: .lastOneCounts)
    let json = try? JSON.read(response.body, options)
    let code = json?["error"]?.string ?? json?["error"]?["status"]?.string ?? ""
    let words =
      json?["error_description"]?.string ?? json?["error"]?["message"]?.string
      ?? "status \(response.status)"
    let shown = ServerText.shown(
      code.isEmpty ? words : "\(code): \(words)", hiding: secrets)
    if code == "invalid_scope", let scope = scopes.first {
      return missingScope(credential, scope)
    }
    return FetchFailure(
      .credential, "no token for \(credential.origin): \(shown)",
      notes: notes(code, words, credential, scopes))
  }

  /// The failure of a credential that is valid but lacks a scope.
  package static func missingScope(
    _ credential: Credential, _ scope: AccessScope
  ) -> FetchFailure {
    FetchFailure(
      .permission, "\(credential.origin) lacks the scope '\(scope.address)'",
      notes: [credential.howToGet([scope])])
  }

  private static func notes(
    _ code: String, _ words: String, _ credential: Credential, _ scopes: [AccessScope]
  ) -> [String] {
    switch (code, credential) {
    case ("invalid_grant", .serviceAccount):
      words.contains("iat") || words.contains("short-lived")
        ? ["the clock of this machine may be wrong: a claim is valid for an hour from its time"]
        : [
          "the key may have been deleted: make a new one under IAM & Admin › Service Accounts › Keys"
        ]
    case ("invalid_grant", .authorisedUser), ("invalid_rapt", .authorisedUser):
      ["the login has expired or was revoked; " + credential.howToGet(scopes)]
    case ("invalid_client", .authorisedUser), ("unauthorized_client", .authorisedUser):
      [credential.howToGet(scopes)]
    default: []
    }
  }
}
