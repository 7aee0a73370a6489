import JSONText
import TagwrightPlan

extension Snapchat {
  /// `/events/validate`: checked and not recorded.
  static let testing = TestForm(
    mark: .ending("/validate"),
    codeAdvice: "Snapchat needs no code: its test events have an address",
    viewer: "the validation logs of the pixel", replacementVariable: "TAGWRIGHT_SNAPCHAT_URL",
    code: { json in
      let parts = [json] + (json["event_logs"]?.array ?? [])
      if parts.contains(where: { tells($0["errors"]) || tells($0["error_records"]) }) { return -1 }
      let codes = parts.compactMap { $0["status"]?.string }.map {
        ["VALID", "OK", "SUCCESS"].contains($0.uppercased()) ? 0 : -1
      }
      return codes.min() ?? (json["reason"] ?? json["error"]).map { _ in -1 }
    }, message: { ($0["reason"] ?? $0["error"])?.string }, requestID: { _ in nil },
    meaning: { code in
      code == 0
        ? AnswerMeaning(nil, "the event is valid", isAccepted: true)
        : AnswerMeaning(
          nil, "the event was not taken",
          advice: "the message says why; status 401 and 403 are about the token and its pixel")
    })

  /// Whether anything stands in a list of errors.
  private static func tells(_ json: JSON?) -> Bool {
    switch json {
    case .array(let elements): elements.contains(where: tells)
    case .object(let object): object.members.contains { tells($0.value) }
    default: ![nil, .null, "", false].contains(json)
    }
  }
}
