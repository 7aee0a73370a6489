package import JSONText

/// What a token endpoint answers (RFC 6749 section 5).
package enum TokenAnswer {
  /// The token in a successful answer.
  ///
  /// Throws where there is none, and where the answer says that the token may not read containers.
  package static func token(
    in json: JSON, for credential: Credential
  ) throws(FetchFailure) -> AccessToken {
    let type = json["token_type"]?.string ?? "Bearer"
    guard type.lowercased() == "bearer",
      let token = json["access_token"]?.string.flatMap(AccessToken.init)
    else {
      throw FetchFailure(.answer, "the answer for \(credential.origin) holds no access token")
    }
    if let granted = json["scope"]?.string {
      let scopes = granted.split(separator: " ").map(String.init)
      guard scopes.contains(where: Credential.sufficientScopes.contains) else {
        throw missingScope(credential)
      }
    }
    return token
  }

  /// A refusal of the token endpoint, explained.
  package static func failure(
    _ response: HTTPResponse, for credential: Credential, hiding secrets: [String]
  ) -> FetchFailure {
    let options = JSONReadOptions(depthLimit: 32, repeatedKeys: .lastOneCounts)
    let json = try? JSON.read(response.body, options)
    let code = json?["error"]?.string ?? json?["error"]?["status"]?.string ?? ""
    let words =
      json?["error_description"]?.string ?? json?["error"]?["message"]?.string
      ?? "status \(response.status)"
    let shown = ServerText.shown(
      code.isEmpty ? words : "\(code): \(words)", hiding: secrets)
    if code == "invalid_scope" { return missingScope(credential) }
    return FetchFailure(
      .credential, "no token for \(credential.origin): \(shown)",
      notes: notes(code, words, credential))
  }

  /// The failure of a credential that is valid but may not read containers.
  package static func missingScope(_ credential: Credential) -> FetchFailure {
    FetchFailure(
      .permission, "\(credential.origin) lacks the scope '\(Credential.scope)'",
      notes: [credential.howToGetScope])
  }

  private static func notes(
    _ code: String, _ words: String, _ credential: Credential
  ) -> [String] {
    switch (code, credential) {
    case ("invalid_grant", .serviceAccount):
      words.contains("iat") || words.contains("short-lived")
        ? ["the clock of this machine may be wrong: a claim is valid for an hour from its time"]
        : [
          "the key may have been deleted: make a new one under IAM & Admin › Service Accounts › Keys"
        ]
    case ("invalid_grant", .authorisedUser), ("invalid_rapt", .authorisedUser):
      ["the login has expired or was revoked; " + credential.howToGetScope]
    case ("invalid_client", .authorisedUser), ("unauthorized_client", .authorisedUser):
      [credential.howToGetScope]
    default: []
    }
  }
}
