import Diagnostics

extension ContractRule {
  /// The rule that each side also sends what the other sends.
  static let eventOnOneSide = ContractRule(
    "event-on-one-side", .error, "what one side sends, the other sends too",
    because: """
      An event from one side alone is counted, but a browser that blocks the pixel, or a server that gets no hit, loses
      it; and what the server sends for events that the pixel does not call so is counted beside the right ones. Both
      sides fire for the same events, under the same conditions. It is a warning where one side does not know the event
      at all: that may be meant.
      """,
    wrong: .init(
      browser: "the pixel fires on purchase where page_path begins with /shop",
      server: "the tag fires on every purchase"),
    right: .init(
      browser: "the pixel fires on every purchase", server: "the tag fires on every purchase"),
    explains: [.pixelAlone, .serverAlone])
}
