import Compiler

/// The web containers of a plan with their servers'.
struct PlannedPairs {
  private static let web = "web-container.json"
  private static let server = "server-container.json"

  /// The files of each pair.
  let pairs: [(web: RenderedFile, server: RenderedFile)]

  /// Looks for pairs: a web container stands beside its server's, or in a folder there.
  init(_ files: [RenderedFile]) {
    pairs = files.filter { $0.path.hasSuffix(Self.web) }.compactMap { file in
      let folder = String(file.path.dropLast(Self.web.count))
      let outer = folder.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      return [folder, outer].lazy.compactMap { folder in
        files.first { $0.path == folder + Self.server }
      }.first.map { (file, $0) }
    }
  }
}
