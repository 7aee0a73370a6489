import Adoption

extension EnvironmentFile {
  /// Adds the values of secrets to the file `.env` of a package, which only its owner may read.
  static func add(_ secrets: [AdoptedSecret], in folder: String) throws(CommandError) {
    let lines = secrets.compactMap { secret in
      secret.value.map { "\(secret.name)=\(quoted($0))\n" }
    }
    guard !lines.isEmpty else { return }
    let path = "\(folder)/\(name)"
    var bytes: [UInt8] = []
    do throws(FileError) {
      if try FileSystem.status(of: path) != nil {
        bytes = try FileSystem.read(path, limit: 1 << 20)
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      }
    } catch {
      throw CommandError(error)
    }
    try PrivateFile(path: path).write(bytes + Array(lines.joined().utf8))
  }

  /// A value in single quotes, or in double quotes where it has one of those or several lines.
  private static func quoted(_ value: String) -> String {
    guard value.contains("'") || value.contains("\n") else { return "'\(value)'" }
    let escaped = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\\", "\"", "$": "\\\(scalar)"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
