extension LiveContainer {
  /// A fetch as a command does it: over the network, with what the environment says.
  ///
  /// - Parameters:
  ///   - environment: the value of a variable, if it is set: credentials, proxies, certificates,
  ///     `TAGWRIGHT_API_URL`.
  ///   - readFile: reads a whole file. A credential file has at most ``CredentialFile/lengthLimit`` bytes.
  ///   - timeLimit: the longest time that all requests and waits together may take.
  ///   - report: called with every step, in order.
  ///
  /// Throws where no credential can be used, the address is refused, or the machine has no libcurl.
  package init(
    environment: @escaping (String) -> String?,
    readFile: @escaping (String) -> CredentialSearch.FileContent,
    timeLimit: Duration = .seconds(300), report: @escaping (FetchProgress) -> Void
  ) throws(FetchFailure) {
    var random = SystemRandomNumberGenerator()
    let url = environment("TAGWRIGHT_API_URL").flatMap { $0.isEmpty ? nil : $0 }
    let search = CredentialSearch(environment: environment, readFile: readFile)
    self.init(
      api: try TagManagerAPI(url: url), tokens: try TokenSource(search),
      transport: try CurlTransport(
        network: NetworkEnvironment(environment), library: try CurlLibrary.loaded),
      policy: RetryPolicy(timeLimit: timeLimit, seed: random.next()), report: report)
  }
}
