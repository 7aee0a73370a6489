import Simulator
import TagManager

/// The reason why the server did not send what the pixel did.
struct ServerCause {
  /// In words; `nil` where none is known.
  let words: String?
  /// Whether hits went to Google and past the server.
  let isPastServer: Bool

  init(_ played: PlayedAct, _ sides: ContractSides) {
    let hits = played.pages.flatMap(\.hits)
    let direct = played.pageTags.filter { $0.effects.requests.contains(where: \.isPastServer) }
    isPastServer = hits.isEmpty && !direct.isEmpty
    guard !hits.isEmpty else {
      words =
        direct.first.map { "the hit of '\($0.name)' goes to Google and past the server" }
        ?? Self.noHit(played, sides)
      return
    }
    if hits.allSatisfy({ $0.clientName == nil }) {
      words = "no client of the server takes the hit"
      return
    }
    let known = sides.server.tags
    let results = played.serverTags.filter { result in
      known.contains { tag in
        tag.tag.name == result.result.name && (tag.events?.contains(result.event) ?? true)
      }
    }
    words =
      if let silent = results.first(where: { !$0.result.isFired }) {
        "on the server '\(silent.result.name)' did not fire: \(silent.result.decision.reason)"
      } else if let fired = results.first(where: { $0.result.effects.requests.isEmpty }) {
        "on the server '\(fired.result.name)' sent nothing\(fired.result.effects.logs.last.map { ": \($0)" } ?? "")"
      } else if let event = played.serverTags.first?.event, results.isEmpty {
        "no tag of the server is for '\(event)'"
      } else {
        nil
      }
  }

  /// Explains why no GA4 tag sent a hit.
  private static func noHit(_ played: PlayedAct, _ sides: ContractSides) -> String {
    let tags = sides.web.ga4Tags(for: played.event).map(\.tag.name)
    let silent = played.pageTags.first { tags.contains($0.name) && !$0.isFired }
    return silent.map { "'\($0.name)' did not fire: \($0.decision.reason)" }
      ?? "no GA4 tag sends '\(played.event)'"
  }
}
