import JSONText

/// The error that a Google API returns when it refuses: both the older shape (`errors[].reason`)
/// and the newer (`status`, `details[]` with `google.rpc.ErrorInfo`), which one answer may carry
/// together.
package struct GoogleError: Hashable, Sendable {
  /// The sentence for people.
  package let message: String
  /// Every reason word that the answer holds: `rateLimitExceeded`, `SERVICE_DISABLED`, `PERMISSION_DENIED`.
  package let reasons: Set<String>
  /// The `metadata` of the details: `quota_limit`, `consumer`, `activationUrl`.
  package let metadata: [String: String]
  /// The wait that `google.rpc.RetryInfo` asks for.
  package let retryDelay: Duration?

  /// Reads the body of a refusal; `nil` where it is not in one of the two shapes.
  package init?(_ body: [UInt8]) {
    guard let error = (try? JSON.read(body, Self.options))?["error"]?.object else { return nil }
    var reasons: Set<String> = []
    var metadata: [String: String] = [:]
    var delay: Duration?
    if let status = error["status"]?.string { reasons.insert(status) }
    for entry in error["errors"]?.array ?? [] {
      if let reason = entry["reason"]?.string { reasons.insert(reason) }
    }
    for detail in error["details"]?.array ?? [] {
      if let reason = detail["reason"]?.string { reasons.insert(reason) }
      for member in detail["metadata"]?.object?.members ?? [] {
        metadata[member.key] = member.value.string
      }
      if let text = detail["retryDelay"]?.string { delay = Self.duration(text) }
    }
    message = error["message"]?.string ?? ""
    self.reasons = reasons
    self.metadata = metadata
    retryDelay = delay
  }

  /// Whether a limit of requests in some time is used up, rather than a permission missing.
  package var isQuota: Bool { !reasons.isDisjoint(with: Self.quotaReasons) }

  /// Whether the limit is that of a whole day, which no wait within a run outlasts.
  package var isDailyQuota: Bool {
    let limit = (metadata["quota_limit"] ?? "").lowercased()
    return !reasons.isDisjoint(with: ["dailyLimitExceeded", "dailyLimitExceededUnreg"])
      || limit.contains("perday") || isQuota && message.lowercased().contains("per day")
  }

  private static let options = JSONReadOptions(depthLimit: 64, repeatedKeys: .lastOneCounts)

  /// The words of Google's APIs for a used-up quota; `RESOURCE_EXHAUSTED` is the status of every 429.
  private static let quotaReasons: Set<String> = [
    "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "concurrentLimitExceeded",
    "dailyLimitExceeded", "dailyLimitExceededUnreg", "limitExceeded", "RATE_LIMIT_EXCEEDED",
    "RESOURCE_EXHAUSTED", "RESOURCE_QUOTA_EXCEEDED",
  ]

  /// Reads a duration as Google's JSON writes it: `23s`, `1.5s`; at most a day.
  private static func duration(_ text: String) -> Duration? {
    guard text.hasSuffix("s"), let seconds = Double(text.dropLast()), seconds >= 0 else {
      return nil
    }
    return .milliseconds(Int((min(seconds, 86_400) * 1000).rounded(.up)))
  }
}
