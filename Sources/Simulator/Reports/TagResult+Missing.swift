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
    for list in messages(beginning: "missing: ") {
      names += list.split(separator: ", ").map(String.init)
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func lastKey(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }
}
