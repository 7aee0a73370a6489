import Foundation
import TestSupport

/// A private key made for one test: none is kept in the repository.
struct PrivateKey: Sendable {
  let folder: TemporaryFolder
  let pem: String

  init(passPhrase: String? = nil) throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/key.pem"
    let encryption = passPhrase.map { ["-aes-128-cbc", "-pass", "pass:" + $0] } ?? []
    _ = try Finished(
      "openssl",
      ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", path]
        + encryption)
    pem = try String(contentsOfFile: path, encoding: .utf8)
  }

  func verifies(_ signature: [UInt8], of text: String) throws -> Bool {
    let (signed, input) = (folder.path + "/signature", folder.path + "/input")
    try Data(signature).write(to: URL(fileURLWithPath: signed))
    try Data(text.utf8).write(to: URL(fileURLWithPath: input))
    let status = try Finished(
      "openssl",
      ["dgst", "-sha256", "-prverify", folder.path + "/key.pem", "-signature", signed, input]
    ).status
    return status == 0
  }
}
