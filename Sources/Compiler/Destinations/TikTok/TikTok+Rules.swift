package import TagwrightPlan

extension TikTok {
  package static var rules: [Rule] {
    [.metaFieldName, .pixelCode, .tikTokNameAsTrigger, .unusualPixelCode]
  }
}

extension Check {
  /// One line of an event map after another.
  static func eachTikTokEvent(
    _ find: @escaping @Sendable (On<TikTok.Event>, TikTok) -> [Finding]
  ) -> Check {
    .each(TikTok.self) { tikTok, _ in
      tikTok.events.flatMap { mapping in
        find(mapping, tikTok).map { $0.allowed(by: mapping.allowances) }
      }
    }
  }

  /// Each place that an event's id may come from, with the first event that it is for.
  static func eachEventIDSource(
    _ find: @escaping @Sendable (Source, On<TikTok.Event>) -> Finding?
  ) -> Check {
    .each(TikTok.self) { tikTok, _ in
      var seen: Set<SourceUse> = []
      return tikTok.events.flatMap { mapping in
        (tikTok.eventID(for: mapping)?.candidates ?? []).compactMap { source -> Finding? in
          let use = SourceUse(source: source, isPurchase: mapping.event.isPurchase)
          guard mapping.eventID != nil || seen.insert(use).inserted else { return nil }
          let finding = find(source, mapping)
          return mapping.eventID == nil ? finding : finding?.allowed(by: mapping.allowances)
        }
      }
    }
  }
}

/// A source of the destination's, and whether it is asked for a purchase.
private struct SourceUse: Hashable {
  let source: Source
  let isPurchase: Bool
}

extension TikTok.Event {
  /// What TikTok calls the event now.
  var currentName: String {
    guard case .legacy(let replacement) = kind, TikTok.standardEventNames.contains(replacement)
    else { return name }
    return replacement
  }

  /// Whether an order's number is its id.
  var isPurchase: Bool { currentName == "Purchase" }
}
