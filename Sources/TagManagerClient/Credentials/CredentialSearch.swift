import JSONText

/// Finds the credential, in this order:
///
/// 1. `GTM_ACCESS_TOKEN`: a token, used as it is.
/// 2. Application Default Credentials: the file that `GOOGLE_APPLICATION_CREDENTIALS` names, else the
///    one that `gcloud auth application-default login` has written.
/// 3. The metadata server of Google Cloud.
package struct CredentialSearch {
  private let environment: (String) -> String?
  private let readFile: (String) -> FileContent

  /// The content found at a path.
  package enum FileContent: Sendable {
    /// A file with this content.
    case bytes([UInt8])
    /// Nothing.
    case missing
    /// Something that cannot be read, and why.
    case unreadable(reason: String)
  }

  /// - Parameters:
  ///   - environment: the value of a variable of the process, if it is set.
  ///   - readFile: reads a whole file.
  package init(
    environment: @escaping (String) -> String?, readFile: @escaping (String) -> FileContent
  ) {
    self.environment = environment
    self.readFile = readFile
  }

  /// The first credential there is. The metadata server is only named here, not asked.
  ///
  /// Throws for a credential that is there but unusable: falling back to another account in silence
  /// would hide the mistake.
  package func find() throws(FetchFailure) -> Credential {
    if let text = value("GTM_ACCESS_TOKEN") {
      guard let token = AccessToken(text) else {
        throw FetchFailure(
          .credential, "GTM_ACCESS_TOKEN holds characters that no token has",
          notes: ["it takes the bare token, without 'Bearer' and without quotes"])
      }
      return .token(token)
    }
    if let path = value("GOOGLE_APPLICATION_CREDENTIALS") {
      guard let named = try credential(in: path) else {
        throw FetchFailure(
          .credential, "'\(path)', which GOOGLE_APPLICATION_CREDENTIALS names, does not exist")
      }
      return named
    }
    if let path = wellKnownFile, let found = try credential(in: path) { return found }
    return .metadataServer(try metadataServer)
  }

  private func credential(in path: String) throws(FetchFailure) -> Credential? {
    switch readFile(path) {
    case .missing: nil
    case .bytes(let bytes): try CredentialFile(path: path, bytes: bytes).credential
    case .unreadable(let reason):
      throw FetchFailure(.credential, "the credential file '\(path)' cannot be read: \(reason)")
    }
  }

  /// Returns the failure for a search that found nothing anywhere.
  package func nothingFound(_ scopes: [AccessScope]) -> FetchFailure {
    var notes = [
      "set GTM_ACCESS_TOKEN to a token with the scope \(scopes.joined(by: ", "))",
      "or set GOOGLE_APPLICATION_CREDENTIALS to the key file of a service account that Tag Manager › Admin › User Management lets read the container",
      "or run: gcloud auth application-default login --scopes=\(scopes.joined(by: ",")),https://www.googleapis.com/auth/cloud-platform",
    ]
    if environment("GTM_ACCESS_TOKEN") != nil {
      notes.insert("GTM_ACCESS_TOKEN is set, but empty", at: 0)
    }
    return FetchFailure(
      .credential, "no credential for the Tag Manager API was found", notes: notes)
  }

  /// The project whose quota is used, where the environment names one.
  package var quotaProject: String? {
    value("GOOGLE_CLOUD_QUOTA_PROJECT").flatMap { CredentialFile.isProject($0) ? $0 : nil }
  }

  private var wellKnownFile: String? {
    if let folder = value("CLOUDSDK_CONFIG") {
      return folder + "/application_default_credentials.json"
    }
    return value("HOME").map { $0 + "/.config/gcloud/application_default_credentials.json" }
  }

  /// Plain `http`, as Google has it: the address is only routed inside the machine.
  private var metadataServer: HTTPEndpoint {
    get throws(FetchFailure) {
      let host = value("GCE_METADATA_HOST") ?? "metadata.google.internal"
      guard let server = HTTPEndpoint("http://" + host), server.target.isEmpty else {
        throw FetchFailure(.usage, "GCE_METADATA_HOST is not a host: '\(ServerText.shown(host))'")
      }
      return server
    }
  }

  private func value(_ name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension CredentialSearch {
  /// For the help of the commands that fetch: where credentials come from, and how to get each.
  package static let help = """
    The credential is the first of:

      1. GTM_ACCESS_TOKEN: a token with the scope SCOPE =
         https://www.googleapis.com/auth/tagmanager.readonly
         gcloud auth print-access-token --impersonate-service-account=ACCOUNT --scopes=SCOPE
      2. Application Default Credentials: the file that GOOGLE_APPLICATION_CREDENTIALS names, or the
         one that gcloud has written
         - the key of a service account: Google Cloud console, IAM & Admin, Service Accounts, Keys;
           the program 'openssl' signs with it
         - your own account: gcloud auth application-default login
           --scopes=SCOPE,https://www.googleapis.com/auth/cloud-platform
           then gcloud auth application-default set-quota-project PROJECT
           (where Google blocks that login: --client-id-file with an OAuth client of your own)
      3. the service account of the Google Cloud machine, with SCOPE among its access scopes

    Its account needs 'Read' in Tag Manager, Admin, User Management of the container, and the Tag
    Manager API has to be enabled in its Google Cloud project. https_proxy, no_proxy and
    SSL_CERT_FILE are honoured. TAGWRIGHT_API_URL replaces https://tagmanager.googleapis.com.
    """
}
