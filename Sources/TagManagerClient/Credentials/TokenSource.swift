/// Gets tokens for a credential.
package struct TokenSource {
  private let search: CredentialSearch
  /// The scopes to request for the tokens.
  package let scopes: [AccessScope]
  /// The credential that tokens are for.
  package let credential: Credential
  private let openSSL: OpenSSL

  /// Looks for the credential; nothing is asked for yet.
  package init(
    _ search: CredentialSearch, scopes: [AccessScope] = [.readonly], openSSL: OpenSSL = OpenSSL()
  ) throws(FetchFailure) {
    self.search = search
    self.scopes = scopes
    self.openSSL = openSSL
    credential = try search.find()
  }

  /// Whether another token can be had when one is refused.
  package var canRefresh: Bool { if case .token = credential { false } else { true } }

  /// The project whose quota is used, if it is not the one that the credential belongs to.
  package var quotaProject: String? {
    if let named = search.quotaProject { return named }
    if case .authorisedUser(let user) = credential { return user.quotaProject }
    return nil
  }

  /// A fresh token.
  package func token(through runner: inout RequestRunner) throws(FetchFailure) -> AccessToken {
    runner.secrets += credential.secrets
    let token: AccessToken
    switch credential {
    case .token(let given): token = given
    case .serviceAccount(let key): token = try fetch(try claim(key, &runner), &runner)
    case .authorisedUser(let user): token = try fetch(refresh(user), &runner)
    case .metadataServer(let server): token = try ask(server, &runner)
    }
    runner.secrets.append(token.secret)
    return token
  }

  private func claim(
    _ key: ServiceAccountKey, _ runner: inout RequestRunner
  ) throws(FetchFailure) -> HTTPRequest {
    let claim = ServiceAccountClaim(key, scopes: scopes, now: runner.time.unixSeconds())
    do throws(OpenSSL.Problem) {
      let signature = try openSSL.signature(of: claim.signingInput, key: key.privateKey)
      let form = claim.form(signature: signature)
      // Whoever has the signed claim gets a token for it.
      runner.secrets += form.split(separator: "=").suffix(1).map(String.init)
      return HTTPRequest(
        "a token", to: key.tokenEndpoint, body: form,
        headers: ["Accept": "application/json"])
    } catch .notFound {
      throw FetchFailure(
        .credential, "the program 'openssl', which signs for a service account, was not found",
        notes: ["install it, or set GTM_ACCESS_TOKEN"])
    } catch {
      throw FetchFailure(
        .credential, "'openssl' could not sign with the private key in '\(key.file)'",
        notes: [
          "'private_key' must be an RSA key in PEM without a pass phrase, as Google writes it"
        ])
    }
  }

  private func refresh(_ user: AuthorisedUser) -> HTTPRequest {
    let members = [
      ("grant_type", "refresh_token"), ("client_id", user.clientID),
      ("client_secret", user.clientSecret), ("refresh_token", user.refreshToken),
    ]
    return HTTPRequest(
      "a token", to: user.tokenEndpoint,
      body: members.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&"),
      headers: ["Accept": "application/json"])
  }

  private func fetch(
    _ request: HTTPRequest, _ runner: inout RequestRunner
  ) throws(FetchFailure) -> AccessToken {
    switch try runner.run(request, requestLimit: .seconds(30)) {
    case .accepted(let json, _):
      return try TokenAnswer.token(in: json, for: credential, scopes: scopes)
    case .unauthorised(let response), .refused(let response):
      throw TokenAnswer.failure(
        response, for: credential, scopes: scopes, hiding: runner.secrets)
    }
  }

  /// Off Google Cloud nothing answers, or something that is not the metadata server: it would not
  /// send back the header. Then there is simply no credential.
  private func ask(
    _ server: HTTPEndpoint, _ runner: inout RequestRunner
  ) throws(FetchFailure) -> AccessToken {
    let path = "/computeMetadata/v1/instance/service-accounts/default/token"
    let request = HTTPRequest(
      "a token", to: server.at("\(path)?scopes=\(scopes.joined(by: ",").percentEncoded)"),
      headers: ["Metadata-Flavor": "Google"])
    let outcome: RequestRunner.Outcome
    do throws(FetchFailure) {
      outcome = try runner.run(request, requestLimit: .seconds(3), patient: false)
    } catch {
      throw search.nothingFound(scopes)
    }
    switch outcome {
    case .accepted(let json, let response):
      guard response.headers["metadata-flavor"] == "Google" else {
        throw search.nothingFound(scopes)
      }
      return try TokenAnswer.token(in: json, for: credential, scopes: scopes)
    case .unauthorised(let response), .refused(let response):
      guard response.headers["metadata-flavor"] == "Google" else {
        throw search.nothingFound(scopes)
      }
      throw TokenAnswer.failure(
        response, for: credential, scopes: scopes, hiding: runner.secrets)
    }
  }
}
