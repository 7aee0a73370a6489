extension APISession {
  /// A session as a command has it: over the network, with what the environment says.
  ///
  /// Throws where no credential can be used, the address is refused, or the machine has no libcurl.
  ///
  /// - Parameters:
  ///   - environment: the value of a variable, if it is set: credentials, proxies, certificates,
  ///     `TAGWRIGHT_API_URL`, `TAGWRIGHT_API_QUOTA`.
  ///   - readFile: reads a whole file. A credential file has at most ``CredentialFile/lengthLimit`` bytes.
  ///   - scopes: what the token is asked to entitle to.
  ///   - timeLimit: the longest time that all requests and waits together may take.
  ///   - report: called with every step, in order.
  package static func connected(
    environment: @escaping (String) -> String?,
    readFile: @escaping (String) -> CredentialSearch.FileContent, scopes: [AccessScope],
    timeLimit: Duration = .seconds(1800), report: @escaping (FetchProgress) -> Void
  ) throws(FetchFailure) -> (api: TagManagerAPI, session: APISession) {
    var random = SystemRandomNumberGenerator()
    let url = environment("TAGWRIGHT_API_URL").flatMap { $0.isEmpty ? nil : $0 }
    let search = CredentialSearch(environment: environment, readFile: readFile)
    let runner = RequestRunner(
      transport: try CurlTransport(
        network: NetworkEnvironment(environment), library: try CurlLibrary.loaded),
      policy: RetryPolicy(timeLimit: timeLimit, seed: random.next()), time: .real,
      pace: try RequestPace(environment), report: report)
    return (
      try TagManagerAPI(url: url),
      try APISession(runner: runner, tokens: try TokenSource(search, scopes: scopes))
    )
  }
}
