import JSONText
import TagwrightPlan

extension Pinterest {
  /// `?test=true`: checked and answered as usual, not recorded. One page calls it `is_test`; this one was seen to work.
  static let testing = TestForm(
    mark: .ending("?test=true"),
    codeAdvice: "Pinterest needs no code: its test events have an address",
    viewer: "Ads Manager, in the test view of conversions, which has to be open meanwhile",
    replacementVariable: "TAGWRIGHT_PINTEREST_URL", code: code,
    message: { json in
      json["message"]?.string ?? json["events"]?.array?.first?["error_message"]?.string
    }, requestID: { _ in nil }, meaning: { meanings[$0] })

  /// An error's code; 0 for an event that was processed, -1 for one that was not.
  private static func code(_ json: JSON) -> Int? {
    if let code = json["code"]?.number?.integer { return code }
    guard let received = json["num_events_received"]?.number?.integer else { return nil }
    let isProcessed = json["events"]?.array?.allSatisfy { $0["status"] == "processed" } ?? true
    let count = json["num_events_processed"]?.number?.integer
    return received > 0 && count == received && isProcessed ? 0 : -1
  }

  private static let meanings: [Int: AnswerMeaning] = [
    0: AnswerMeaning(nil, "the event was processed", isAccepted: true),
    -1: AnswerMeaning(
      nil, "the event was not processed", advice: "the message says why; look at the plan"),
    2: AnswerMeaning(
      nil, "the token is not valid", advice: "make a conversion access token in Ads Manager"),
    8: AnswerMeaning(nil, "there were too many requests", advice: "try again in a minute"),
    29: AnswerMeaning(
      nil, "the token may not send events for this ad account",
      advice: "make the token in the ad account that the plan names"),
    4196: AnswerMeaning(
      nil, "a member of the request is wrong or missing", advice: "the message says which"),
    4197: AnswerMeaning(nil, "Pinterest itself has a failure", advice: "try again later"),
  ]
}
