import JSONText
import SandboxedJS

extension TagResult {
  /// Returns the names of the members that the tag was to send and did not: `value`, `currency`.
  ///
  /// Known from what an endpoint needs, and from what the code of a template itself logs as missing.
  func missingMembers(_ endpoints: [RequestForm]) -> [String] {
    guard isFired else { return [] }
    var names: [String] = []
    for request in effects.requests {
      guard let endpoint = endpoints.endpoint(of: request) else { continue }
      names += SentEvents(request, to: endpoint).missingMembers.map(Self.lastKey)
    }
    // Most lines of most logs are long and do not have the mark.
    for line in effects.logs where line.containsText(Self.mark) {
      guard let message = (try? JSON.read(line))?["Message"]?.string,
        message.hasPrefix(Self.mark)
      else { continue }
      names += message.dropFirst(Self.mark.count).split(separator: ", ").map(String.init)
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The beginning of a template's line that names what a hit does not give.
  private static let mark = "missing: "

  private static func lastKey(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}
