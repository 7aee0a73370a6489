import SandboxedJS

enum Digest {
  /// SHA-256 in lower-case hexadecimal digits.
  static func hexadecimal(_ text: String) -> String {
    Hexadecimal.encode(SHA256.digest(of: text))
  }
}
