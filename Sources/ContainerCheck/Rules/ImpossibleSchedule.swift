import Diagnostics
import TagManager

extension ContainerRule {
  /// A tag's schedule is a span of time.
  static let impossibleSchedule = ContainerRule(
    "impossible-schedule", .error, "a tag's schedule has no time, or ends before it starts",
    documentation: """
      'scheduleStartMs' and 'scheduleEndMs' are times in milliseconds since 1970, in UTC, written as texts. The tag fires
      between the two: where the end is not after the start, it never does.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw",
        "scheduleStartMs": "1767225600000", "scheduleEndMs": "1764547200000"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw",
        "scheduleStartMs": "1764547200000", "scheduleEndMs": "1767225600000"}]}
      """
  ) { container in
    container.tags.flatMap { tag, entity -> [Breach] in
      let start = tag.scheduleStartMilliseconds
      let end = tag.scheduleEndMilliseconds
      let unreadable = [("start", start), ("end", end)].compactMap { word, text -> Breach? in
        guard let text, Int64(text).map({ $0 < 0 }) ?? true else { return nil }
        return Breach(
          entity, "has '\(text)' as the \(word) of its schedule, which is not a time",
          mend: "write it in milliseconds since 1970, such as '1767225600000'")
      }
      guard unreadable.isEmpty, let start = start.flatMap(Int64.init),
        let end = end.flatMap(Int64.init), end <= start
      else { return unreadable }
      return [
        Breach(
          entity, "has a schedule that ends at \(end), which is not after its start at \(start)",
          mend: "swap 'scheduleStartMs' and 'scheduleEndMs', or take one of them out")
      ]
    }
  }
}
