import Adoption

/// The place from which a new package gets Tagwright.
package enum TagwrightLocation: Hashable, Sendable {
  /// A repository, from the first version that has this one's commands.
  case repository(url: String)
  /// A folder; as it is written into the package, and the folder's own name.
  case folder(path: String, name: String)

  /// The location in a new package where nobody said where Tagwright is.
  package static let placeholder = TagwrightLocation.repository(
    url: "https://example.com/tagwright.git")

  /// Reads what was typed: a URL as git takes it, or a folder.
  ///
  /// - Parameters:
  ///   - typed: relative to the working directory.
  ///   - package: the new package's folder, absolute and without links.
  /// - Throws: where the folder holds no package.
  package init(_ typed: String, from package: String) throws(CommandError) {
    if typed.contains("://") || Self.isRemotePath(typed) {
      self = .repository(url: typed)
      return
    }
    do throws(FileError) {
      let folder = try FileSystem.resolved(typed)
      guard try FileSystem.status(of: "\(folder)/Package.swift") != nil else {
        throw FileError(
          "there is no 'Package.swift' in '\(typed)'",
          advice: "name the folder of a checkout of Tagwright, or the URL of its repository")
      }
      self = Self.folder(folder, from: package, isRelative: !typed.hasPrefix("/"))
    } catch {
      throw CommandError(error)
    }
  }

  /// The checkout of Tagwright that a folder is in, if it is in one.
  package init?(holding folder: String, from package: String) {
    var folder = folder
    while !folder.isEmpty {
      if let bytes = try? FileSystem.read("\(folder)/Package.swift"),
        String(decoding: bytes, as: UTF8.self).contains(#"name: "tagwright""#),
        (try? FileSystem.status(of: "\(folder)/Sources/TagwrightPlan")) != nil,
        let real = try? FileSystem.resolved(folder)
      {
        self = Self.folder(real, from: package, isRelative: true)
        return
      }
      folder = String(folder.parentFolder.dropLast())
    }
    return nil
  }

  /// The dependency in `Package.swift`.
  var dependency: String {
    switch self {
    case .repository(let url):
      ".package(url: \(SwiftText.literal(url)), from: \(SwiftText.literal(Tool.version)))"
    case .folder(let path, _): ".package(path: \(SwiftText.literal(path)))"
    }
  }

  /// The dependency's name, as SwiftPM derives it.
  var identity: String {
    switch self {
    case .repository(let url):
      String(
        (url.split(whereSeparator: { $0 == "/" || $0 == ":" }).last ?? "tagwright")
          .replacing(suffix: ".git"))
    case .folder(_, let name): name
    }
  }

  /// `git@example.com:tagwright.git`
  private static func isRemotePath(_ typed: String) -> Bool {
    guard let colon = typed.firstIndex(of: ":"), let at = typed.firstIndex(of: "@") else {
      return false
    }
    return at < colon && !typed[..<colon].contains("/")
  }

  private static func folder(
    _ folder: String, from package: String, isRelative: Bool
  ) -> TagwrightLocation {
    let name = String(folder.dropFirst(folder.parentFolder.count))
    guard isRelative else { return .folder(path: folder, name: name) }
    let target = folder.split(separator: "/")
    let start = package.split(separator: "/")
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: start.count - shared) + target.dropFirst(shared)
    return .folder(path: parts.isEmpty ? "." : parts.joined(separator: "/"), name: name)
  }
}

extension Substring {
  fileprivate func replacing(suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}
