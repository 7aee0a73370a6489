import JSONText

/// A credential file in one of the forms that Google writes.
package struct CredentialFile: Sendable {
  /// Longer files are no credential files.
  package static let lengthLimit = 1 << 20
  /// The token endpoint of Google accounts, which a user's credential file does not name.
  package static let googleTokenURI = "https://oauth2.googleapis.com/token"

  private let path: String
  private let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The credential that the file holds.
  ///
  /// Throws where a member is missing or makes no sense. Errors name members, never their values.
  package var credential: Credential {
    get throws(FetchFailure) {
      let object = try object
      switch object["type"]?.string {
      case "service_account": return .serviceAccount(try serviceAccount(object))
      case "authorized_user": return .authorisedUser(try authorisedUser(object))
      case let type?:
        throw FetchFailure(
          .credential,
          "'\(path)' is a credential of type '\(ServerText.shown(type))', which is not known here",
          notes: [
            "known are 'service_account' and 'authorized_user'; for any other, have a token made and set GTM_ACCESS_TOKEN, such as: gcloud auth application-default print-access-token"
          ])
      case nil:
        let isClient = object["installed"] != nil || object["web"] != nil
        throw FetchFailure(
          .credential, "'\(path)' is not a credential file: it has no member 'type'",
          notes: isClient
            ? [
              "it identifies a program, not an account: log in with gcloud auth application-default login --client-id-file"
            ]
            : [])
      }
    }
  }

  private var object: JSONObject {
    get throws(FetchFailure) {
      guard bytes.count <= Self.lengthLimit else {
        throw FetchFailure(.credential, "'\(path)' is too long for a credential file")
      }
      let json: JSON
      do throws(JSONReadError) {
        json = try JSON.read(bytes, JSONReadOptions(depthLimit: 32, repeatedKeys: .lastOneCounts))
      } catch {
        // The reader's own words may quote what stands there.
        throw FetchFailure(
          .credential,
          "\(path):\(error.line):\(error.column): the credential file is not valid JSON")
      }
      guard let object = json.object else {
        throw FetchFailure(
          .credential, "'\(path)' is not a credential file: it holds no JSON object")
      }
      return object
    }
  }

  private func serviceAccount(_ object: JSONObject) throws(FetchFailure) -> ServiceAccountKey {
    let key = try text("private_key", of: object)
    guard key.utf8.count <= OpenSSL.keyLengthLimit, key.contains("PRIVATE KEY-----") else {
      throw FetchFailure(.credential, "'private_key' in '\(path)' is not a private key in PEM")
    }
    let uri = try text("token_uri", of: object)
    return ServiceAccountKey(
      email: ServerText.shown(try text("client_email", of: object)),
      keyID: object["private_key_id"]?.string, privateKey: key, tokenURI: uri,
      tokenEndpoint: try tokenEndpoint(uri), file: path)
  }

  private func authorisedUser(_ object: JSONObject) throws(FetchFailure) -> AuthorisedUser {
    let project = object["quota_project_id"]?.string
    if let project, !Self.isProject(project) {
      throw FetchFailure(.credential, "'quota_project_id' in '\(path)' is not a project id")
    }
    return AuthorisedUser(
      clientID: try text("client_id", of: object),
      clientSecret: try text("client_secret", of: object),
      refreshToken: try text("refresh_token", of: object), quotaProject: project,
      tokenEndpoint: try tokenEndpoint(object["token_uri"]?.string ?? Self.googleTokenURI),
      file: path)
  }

  private func text(_ member: String, of object: JSONObject) throws(FetchFailure) -> String {
    guard let value = object[member]?.string, !value.isEmpty else {
      throw FetchFailure(.credential, "'\(path)' has no member '\(member)'")
    }
    return value
  }

  private func tokenEndpoint(_ text: String) throws(FetchFailure) -> HTTPEndpoint {
    guard let endpoint = HTTPEndpoint(text), endpoint.keepsSecrets else {
      throw FetchFailure(
        .credential, "'token_uri' in '\(path)' is not an https address",
        notes: ["the file as Google writes it has '\(Self.googleTokenURI)'"])
    }
    return endpoint
  }

  /// Whether a text can be the id or number of a project, and so a header's value.
  package static func isProject(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 100
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
          true
        default: false
        }
      }
  }
}
