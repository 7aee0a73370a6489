package import Diagnostics

/// A value that never stands in a plan or a generated file: an access token, a test event code.
///
/// It becomes a Constant variable with a placeholder; `generate --with-secrets` fills it in from the
/// environment variable of this name. A text literal is no secret, so a token cannot be pasted here.
public struct Secret: Sendable {
  /// The name of the environment variable.
  package let name: String
  package let place: SourcePlace

  package init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }

  /// Names the environment variable that holds the value, such as `TIKTOK_ACCESS_TOKEN`.
  public static func secret(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Secret {
    Secret(name: name, place: TagwrightPlan.place(file, line))
  }

  /// The placeholder for the secret in a generated file.
  package var placeholder: String { Self.placeholderPrefix + name }

  /// The name of the secret for which a text holds the place; `nil` for any other text.
  package static func name(inPlaceholder text: String) -> String? {
    guard text.hasPrefix(placeholderPrefix) else { return nil }
    let name = text.dropFirst(placeholderPrefix.count)
    let isName =
      name.first?.isNumber == false
      && name.utf8.allSatisfy { byte in
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || byte == UInt8(ascii: "_")
      }
    return isName ? String(name) : nil
  }

  /// The beginning of every placeholder.
  package static let placeholderPrefix = "REPLACE_WITH_"
}
