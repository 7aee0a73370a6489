import TagManagerClient

extension CurlTransport {
  /// Without a proxy and with the system's own certificates, whatever the environment says.
  static func direct() throws -> CurlTransport {
    try CurlTransport(network: NetworkEnvironment { _ in nil }, library: try CurlLibrary.loaded)
  }
}
