import JSONText
import SandboxedJS
import Simulator
import TagManager

/// The reason why the server did not send what the pixel did.
struct ServerCause {
  /// In words; `nil` where none is known.
  let words: String?
  /// Whether hits went to Google and past the server.
  let isPastServer: Bool
  /// Whether hits went to another site than the page's, which gets no cookies.
  let isOnOtherSite: Bool

  init(_ played: PlayedAct, _ sides: ContractSides) {
    let hits = played.pages.flatMap(\.hits)
    isOnOtherSite = played.pages.contains { $0.hits.contains(where: $0.isOnOtherSite) }
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
    guard !isOnOtherSite else {
      words = "the hit goes to another site, whose server gets none of the page's cookies"
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
        "on the server '\(fired.result.name)' sent nothing\(fired.result.effects.logs.last.map { ": \(Self.message(of: $0))" } ?? "")"
      } else if let paused = sides.server.pausedTags.first(for: played.serverTags.first?.event) {
        "on the server '\(paused.tag.name)' is paused"
      } else if let event = played.serverTags.first?.event, results.isEmpty {
        "no tag of the server is for '\(event)'"
      } else {
        nil
      }
  }

  /// The message of a line that a tag logged as JSON; the line itself where it is something else.
  private static func message(of line: String) -> String {
    (try? JSON.read(Array(line.utf8), file: nil))?["Message"]?.string ?? line
  }

  /// Explains why no GA4 tag sent a hit.
  private static func noHit(_ played: PlayedAct, _ sides: ContractSides) -> String {
    let tags = sides.web.ga4Tags(for: played.event).map(\.tag.name)
    let silent = played.pageTags.filter { tags.contains($0.name) && !$0.isFired }.mostTelling
    let paused = sides.web.pausedGA4Tags.first { $0.events?.contains(played.event) ?? false }
    return silent.map { "'\($0.name)' did not fire: \($0.decision.reason)" }
      ?? paused.map { "'\($0.tag.name)' is paused" } ?? "no GA4 tag sends '\(played.event)'"
  }
}

extension PageEvent {
  /// Whether a hit of the page went to another site, which its cookies do not reach.
  fileprivate func isOnOtherSite(_ hit: ServerHit) -> Bool {
    !BrowserVisit(url: url).isSameSite(as: hit.request.url)
  }
}

extension [ServerSide.DestinationTag] {
  /// The first one that is for an event.
  fileprivate func first(for event: String?) -> Element? {
    first { tag in event.map { tag.events?.contains($0) ?? false } ?? false }
  }
}
