package import Diagnostics

/// The way in which the destination recognises one event that both the browser and the server report.
public struct Deduplication: Sendable {
  package enum Kind: Sendable {
    case sharedEventID(Source, purchase: Source?)
    case none(reason: String)
  }

  package let kind: Kind
  package let place: SourcePlace

  /// Both sides send the same id for one event.
  ///
  /// - Parameters:
  ///   - source: where the id arrives.
  ///   - purchase: where a purchase's id may come from instead, such as `transaction_id`: only a purchase
  ///     is known by it, another event that carries a stale one would be dropped.
  public static func sharedEventID(
    _ source: Source, purchase: Source? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> Deduplication {
    Deduplication(
      kind: .sharedEventID(source, purchase: purchase), place: TagwrightPlan.place(file, line))
  }

  /// Only the server sends these events, so that nothing can be counted twice.
  public static func notNeeded(
    because reason: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Deduplication {
    Deduplication(kind: .none(reason: reason), place: TagwrightPlan.place(file, line))
  }
}
