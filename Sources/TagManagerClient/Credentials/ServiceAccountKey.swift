/// The key file of a service account, as the Google Cloud console and `gcloud` write it.
package struct ServiceAccountKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The account's address, which Tag Manager's user management knows: `…@….iam.gserviceaccount.com`.
  package let email: String
  /// The id of the key, where the file has one.
  package let keyID: String?
  /// The private key in PEM.
  package let privateKey: String
  /// The address at which a signed claim is exchanged for a token, in the file's own spelling,
  /// which is the audience.
  package let tokenURI: String
  /// The same address, read.
  package let tokenEndpoint: HTTPEndpoint
  /// The file, for errors.
  package let file: String

  package init(
    email: String, keyID: String?, privateKey: String, tokenURI: String,
    tokenEndpoint: HTTPEndpoint,
    file: String
  ) {
    self.email = email
    self.keyID = keyID
    self.privateKey = privateKey
    self.tokenURI = tokenURI
    self.tokenEndpoint = tokenEndpoint
    self.file = file
  }

  package var description: String { "(key of \(email))" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
