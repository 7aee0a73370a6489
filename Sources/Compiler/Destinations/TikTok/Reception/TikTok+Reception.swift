import JSONText
import SandboxedJS
import TagwrightPlan

extension TikTok {
  /// How TikTok takes in and counts events.
  ///
  /// Source: TikTok's help on event deduplication. Two events are the same if pixel, name and id are. The second of a
  /// pixel's and a server's is merged into the first within 5 minutes and dropped within 48 hours; of two from the
  /// same side, the second is dropped within 48 hours. Older texts: a server's event without an id is compared by
  /// `_ttp`.
  package static var reception: Reception? {
    Reception(
      service: "TikTok", functions: ["ttq.track", "ttq.identify", "ttq.page"],
      eventFunctions: ["ttq.page", "ttq.track"],
      rule: Reception.Rule(mergesWithin: 5 * 60_000, dropsWithin: 48 * 3_600_000),
      pixelEvent: { call, cookie in
        let arguments = call.arguments
        guard call.path == "ttq.track", let name = arguments.first?.text else { return nil }
        // Without the third argument there is neither an id nor a pixel.
        let options = arguments.count > 2 ? arguments[2] : .undefined
        return ReceivedEvent(
          .pixel, pixel: options["pixel_code"]?.text, name: name, id: options["event_id"]?.text,
          browserID: cookie("_ttp"))
      },
      serverEvents: { request in
        guard request.url.hasPrefix(RequestTarget.tikTok.prefix),
          let body = request.body,
          let json = try? JSON.read(body, JSONReadOptions(repeatedKeys: .lastOneCounts))
        else { return [] }
        return (json["data"]?.array ?? []).compactMap { event in
          guard let name = event["event"]?.string else { return nil }
          return ReceivedEvent(
            .server, pixel: json["event_source_id"]?.string, name: name,
            id: event["event_id"]?.string, browserID: event["user"]?["ttp"]?.string)
        }
      })
  }
}
