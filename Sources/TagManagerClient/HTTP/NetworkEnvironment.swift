/// The environment's settings for the way to the network, by the conventions of curl.
package struct NetworkEnvironment: Hashable, Sendable {
  /// The address of the proxy, as the variable has it; it may hold a password.
  package let proxy: String?
  /// The hosts that are asked directly, separated by commas.
  package let exceptions: String
  /// A file of certificates in PEM that are trusted instead of the system's own, such as those of a
  /// proxy that looks into encrypted connections.
  package let certificates: String?

  /// Reads `https_proxy`, `all_proxy` and `no_proxy`, in lower or upper case, `CURL_CA_BUNDLE` and
  /// `SSL_CERT_FILE`. Of several, the first in curl's own order counts; an empty one does not.
  package init(_ environment: (String) -> String?) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap(environment).first { !$0.isEmpty }
    }
    proxy = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    exceptions = value("no_proxy", "NO_PROXY") ?? ""
    certificates = value("CURL_CA_BUNDLE", "SSL_CERT_FILE")
  }
}
