package import Diagnostics

/// A value that never stands in a plan or a generated file: an access token, a test event code.
///
/// It becomes a Constant variable with a placeholder; `generate --with-secrets` fills it in from the
/// environment variable of this name. A text literal is no secret, so a token cannot be pasted here.
public struct Secret: Sendable {
  /// The name of the environment variable.
  package let name: String
  package let place: SourcePlace

  /// Names the environment variable that holds the value, such as `TIKTOK_ACCESS_TOKEN`.
  public static func secret(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Secret {
    Secret(name: name, place: TagwrightPlan.place(file, line))
  }

  /// The placeholder for the secret in a generated file.
  package var placeholder: String { Self.placeholderPrefix + name }

  /// The beginning of every placeholder.
  package static let placeholderPrefix = "REPLACE_WITH_"
}
