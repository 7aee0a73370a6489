import JSONText
import TagwrightPlan

extension TikTok {
  /// Events Manager's view Test Events (Events API v1.3, `test_event_code`).
  static let testing = TestForm(
    mark: .code("test_event_code"),
    codeAdvice: "TikTok's Events Manager shows it under Test Events; it looks like TEST12345",
    viewer: "Events Manager, under Test Events of the pixel",
    replacementVariable: "TAGWRIGHT_TIKTOK_URL", code: { $0["code"]?.number?.integer },
    message: { $0["message"]?.string }, requestID: { $0["request_id"]?.string }, meaning: meaning)

  /// Returns the meaning of a code in the body of an answer; the status is 200 for all of them.
  ///
  /// Source: the codes and names are those of TikTok's own SDK for its business API, which are for the whole API; of
  /// events 0, 40001, 40002 and 40100 were seen.
  private static func meaning(_ code: Int) -> AnswerMeaning? {
    if let known = meanings[code] { return known }
    return (50_000..<52_000).contains(code) ? trouble(nil) : nil
  }

  private static let meanings: [Int: AnswerMeaning] = [
    0: AnswerMeaning("OK", "the event was taken", isAccepted: true),
    20001: AnswerMeaning(
      "PARTIAL_OK", "only a part of the request was taken",
      advice: "the message names what was not; look for the event under Test Events"),
    40000: AnswerMeaning("INVALID_PARAMS", wrongRequest, advice: wrongMember),
    40001: AnswerMeaning(
      "PERMISSION_ERROR", "the token may not send events for this pixel",
      advice: "make the token in the settings of the pixel that the plan's pixel code names"),
    40002: AnswerMeaning("PARAM_ERROR", wrongRequest, advice: wrongMember),
    40007: AnswerMeaning(
      "NOT_EXIST", "something that the request names does not exist",
      advice: "compare the plan's pixel code with the one in Events Manager"),
    40050: AnswerMeaning(
      "DUPLICATED_REQUEST", "TikTok has had this request already",
      advice: "give the example another event id"),
    40061: AnswerMeaning(
      "INVALID_BATCH_SIZE", "the request has more than 1,000 events",
      advice: "send fewer events in one request"),
    40062: AnswerMeaning(
      "PII_NOT_HASHED", "personal data that has to be hashed is plain",
      advice: "look at 'user' in the request: e-mail, phone and external id are SHA-256 digests"),
    40063: AnswerMeaning(
      "INVALID_PARTNER_NAME", "TikTok does not know the partner in the request",
      advice: "leave 'partner_name' out"),
    40100: AnswerMeaning("REQUEST_TOO_FREQUENT", tooOften, advice: later),
    40102: AnswerMeaning("ACCESS_TOKEN_EXPIRE", "the token has expired", advice: newToken),
    40104: AnswerMeaning("ACCESS_TOKEN_EMPTY", "the token is empty", advice: newToken),
    40105: AnswerMeaning("ACCESS_TOKEN_INVALID", "the token is not valid", advice: newToken),
    40132: AnswerMeaning("FREQUENCY_LIMITED", tooOften, advice: later),
    51012: trouble("PIXEL_ERROR"),
    60001: trouble("MAINTENANCE"),
    61000: AnswerMeaning("TOO_MANY_REQUESTS_BL", tooOften, advice: later),
  ]

  private static let wrongRequest = "a member of the request is wrong or missing"
  private static let wrongMember = "the message says which; look at where the plan takes it from"
  private static let tooOften = "there were too many requests"
  private static let later = "try again in a minute"
  private static let newToken =
    "make a new one in Events Manager, in the pixel's settings under Events API"

  private static func trouble(_ name: String?) -> AnswerMeaning {
    AnswerMeaning(name, "TikTok itself has a failure", advice: "try again later")
  }
}
