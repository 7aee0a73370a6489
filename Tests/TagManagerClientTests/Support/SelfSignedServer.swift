import Foundation
import TestSupport

/// A server with a certificate that nobody vouches for: the program `openssl`, at some port.
final class SelfSignedServer: Sendable {
  let port: Int
  /// The file of its certificate: who trusts it trusts the server.
  let certificate: String
  private let folder: TemporaryFolder
  private let shell: Shell

  struct NoServer: Error {}

  init() throws {
    let folder = try TemporaryFolder()
    let key = folder.path + "/key.pem"
    let certificate = folder.path + "/certificate.pem"
    _ = try Finished(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
      ])
    let shell = try Shell([
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www",
    ])
    let said = shell.output(until: /ACCEPT .*\n/)
    guard let digits = said.firstMatch(of: /ACCEPT 127\.0\.0\.1:([0-9]+)/)?.1,
      let port = Int(digits)
    else { throw NoServer() }
    self.port = port
    self.folder = folder
    self.certificate = certificate
    self.shell = shell
  }
}

/// A program that ends with its owner, and also where the test ends without saying goodbye: the shell
/// that started it ends it as soon as nobody holds the other end of its input.
private final class Shell: @unchecked Sendable {
  private let process = Process()
  private let (input, text) = (Pipe(), Pipe())

  init(_ words: [String]) throws {
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A signal that can be blocked would not do: a test's thread hands its mask on to its programs.
    process.arguments =
      ["-c", #""$@" </dev/null & cat >/dev/null; kill -9 $!"#, "sh"] + words
    process.standardInput = input
    process.standardOutput = text
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// What it has printed once a pattern is in it, or once it has ended.
  func output(until pattern: Regex<Substring>) -> String {
    var said = ""
    while !said.contains(pattern) {
      let part = text.fileHandleForReading.availableData
      guard !part.isEmpty else { break }
      said += String(decoding: part, as: UTF8.self)
    }
    return said
  }
}
