import Foundation

/// The server templates of a folder that is not part of the repository.
struct PublicScript {
  let name: String
  let code: String
  /// The kind of the template, as `TAG`.
  let type: String
  /// The permissions that the template declares, by their ids.
  let permissions: Set<String>
}

enum PublicScripts {
  static let folder = ProcessInfo.processInfo.environment["TAGWRIGHT_TEMPLATES"]

  static func all() throws -> [PublicScript] {
    let folder = URL(filePath: folder ?? "")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".tpl") }
      .compactMap { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let sections = sections(text.replacingOccurrences(of: "\r\n", with: "\n"))
        guard let code = sections["SANDBOXED_JS_FOR_SERVER"] else { return nil }
        let type = quoted(after: "type", in: sections["INFO"] ?? "").first ?? ""
        let permissions = quoted(after: "publicId", in: sections["SERVER_PERMISSIONS"] ?? "")
        return PublicScript(name: name, code: code, type: type, permissions: Set(permissions))
      }
  }

  private static func sections(_ text: String) -> [String: String] {
    var (sections, name): ([String: String], String?) = ([:], nil)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = line.trimmingCharacters(in: .whitespaces)
      if mark.hasPrefix("___"), mark.hasSuffix("___"), mark.count > 6 {
        name = String(mark.dropFirst(3).dropLast(3))
      } else if let name {
        sections[name, default: ""] += line + "\n"
      }
    }
    return sections
  }

  private static func quoted(after key: String, in text: String) -> [String] {
    text.components(separatedBy: "\"\(key)\"").dropFirst().map { rest in
      String(rest.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first ?? "")
    }
  }
}
