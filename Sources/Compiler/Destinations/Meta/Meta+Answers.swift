import JSONText
import TagwrightPlan

extension Meta {
  /// Events Manager's view Test Events; events count there as well (Conversions API, `test_event_code`).
  static let testing = TestForm(
    mark: .code("test_event_code"),
    codeAdvice: "Meta's Events Manager shows it under Test Events; it looks like TEST and digits",
    viewer: "Events Manager, under Test Events of the data set",
    replacementVariable: "TAGWRIGHT_META_URL", code: code,
    message: { json in
      json["error"]?["message"]?.string ?? json["messages"]?.array?.first?.string
    }, requestID: { ($0["error"]?["fbtrace_id"] ?? $0["fbtrace_id"])?.string },
    meaning: { meanings[$0] ?? ((2_804_000..<2_805_000).contains($0) ? wrong : nil) })

  /// The more exact of an error's codes; 0 for an event that was received, -1 for one that was not.
  private static func code(_ json: JSON) -> Int? {
    if let error = json["error"] {
      return (error["error_subcode"] ?? error["code"])?.number?.integer
    }
    return json["events_received"]?.number?.integer.map { $0 > 0 ? 0 : -1 }
  }

  private static let meanings: [Int: AnswerMeaning] = [
    0: AnswerMeaning(nil, "the event was received", isAccepted: true),
    -1: AnswerMeaning(nil, "no event was received", advice: "look for it under Test Events"),
    4: often, 17: often, 341: often, 613: often, 80_004: often, 1: trouble, 2: trouble,
    33: AnswerMeaning(
      nil, "the pixel does not exist, or the token may not send events for it",
      advice: "compare the plan's pixel id with Events Manager, and make the token there"),
    100: wrong, 190: token, 460: token, 463: token,
    200: AnswerMeaning(nil, "the token may not do this", advice: newToken),
    2_804_001: AnswerMeaning(
      nil, "the click id is malformed", advice: "look at where 'fbc' comes from"),
    2_804_003: AnswerMeaning(nil, "the event is older than seven days", advice: "send it earlier"),
    2_804_008: AnswerMeaning(
      nil, "contents have no id, or are not a list", advice: "give each item an 'item_id'"),
    2_804_009: AnswerMeaning(
      nil, "a purchase has no value", advice: "look at where 'value' comes from"),
    2_804_010: AnswerMeaning(
      nil, "a purchase has no currency", advice: "look at where 'currency' comes from"),
    2_804_050: AnswerMeaning(
      nil, "nothing identifies the person well enough", advice: "send more match keys"),
  ]

  private static let wrong = AnswerMeaning(
    nil, "a member of the request is wrong or missing",
    advice: "the message says which; look at where the plan takes it from")
  private static let often = AnswerMeaning(
    nil, "there were too many requests", advice: "try again in a few minutes")
  private static let trouble = AnswerMeaning(
    nil, "Meta itself has a failure", advice: "try again later")
  private static let token = AnswerMeaning(
    nil, "the token is not valid, or has expired", advice: newToken)
  private static let newToken =
    "make a new one in Events Manager, in the settings of the data set under Conversions API"
}
