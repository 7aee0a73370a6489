import JSONText
import TagwrightPlan

extension Meta {
  /// Events Manager's view Test Events; events count there as well (Conversions API, `test_event_code`).
  static let testing = TestForm(
    mark: .code("test_event_code"),
    codeAdvice: "Meta's Events Manager shows it under Test Events; it looks like TEST and digits",
    viewer: "Events Manager, under Test Events of the data set",
    replacementVariable: "TAGWRIGHT_META_URL", code: code,
    message: { ($0["error"]?["message"] ?? $0["messages"]?.array?.first)?.string },
    requestID: { ($0["error"]?["fbtrace_id"] ?? $0["fbtrace_id"])?.string },
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
    -1: refused("no event was received", "look for it under Test Events"),
    4: often, 17: often, 341: often, 613: often, 80_004: often, 1: trouble, 2: trouble,
    33: refused(
      "the pixel does not exist, or the token may not send events for it",
      "compare the plan's pixel id with Events Manager, and make the token there"),
    100: wrong, 190: token, 460: token, 463: token,
    200: refused("the token may not do this", newToken),
    2_804_001: refused("the click id is malformed", "look at where 'fbc' comes from"),
    2_804_003: refused("the event is older than seven days", "send it earlier"),
    2_804_008: refused("contents have no id, or are not a list", "give each item an 'item_id'"),
    2_804_009: refused("a purchase has no value", "look at where 'value' comes from"),
    2_804_010: refused("a purchase has no currency", "look at where 'currency' comes from"),
    2_804_050: refused("nothing identifies the person well enough", "send more match keys"),
  ]

  private static let wrong = refused(
    "a member of the request is wrong or missing",
    "the message says which; look at where the plan takes it from")
  private static let often = refused("there were too many requests", "try again in a few minutes")
  private static let trouble = refused("Meta itself has a failure", "try again later")
  private static let token = refused("the token is not valid, or has expired", newToken)
  private static func refused(_ meaning: String, _ advice: String) -> AnswerMeaning {
    AnswerMeaning(nil, meaning, advice: advice)
  }
  private static let newToken =
    "make a new one in Events Manager, in the settings of the data set under Conversions API"
}
