import JSONText
import TagwrightPlan

extension Reddit {
  /// Events Manager's view Event Testing: `data.test_id`, one event a request.
  static let testing = TestForm(
    mark: .code("test_id", in: ".data"),
    codeAdvice: "Reddit's Events Manager shows it under Event Testing",
    viewer: "Events Manager, under Event Testing of the pixel",
    replacementVariable: "TAGWRIGHT_REDDIT_URL",
    code: { json in
      if let error = json["error"] { return error["code"]?.number?.integer ?? -1 }
      let refused = [json, json["data"]].compactMap { $0?["invalid_events"]?.array }.joined()
      guard let message = json["data"]?["message"]?.string, refused.isEmpty else {
        return refused.isEmpty ? nil : -1
      }
      return message.contains("processed 0 ") ? -1 : 0
    }, message: { ($0["error"] ?? $0["data"])?["message"]?.string }, requestID: { _ in nil },
    meaning: { meanings[$0] })

  private static let meanings: [Int: AnswerMeaning] = [
    0: AnswerMeaning(nil, "the event was processed", isAccepted: true),
    -1: AnswerMeaning(
      nil, "the event was not processed", advice: "the message says why; look at the plan"),
    400: AnswerMeaning(
      nil, "a member of the request is wrong or missing", advice: "the message says which"),
    401: AnswerMeaning(
      nil, "the token is not valid", advice: "make a conversion access token in Events Manager"),
    403: AnswerMeaning(
      nil, "the token may not send events for this pixel",
      advice: "make the token in the account of the pixel that the plan names"),
    429: AnswerMeaning(nil, "there were too many requests", advice: "try again in a minute"),
    500: AnswerMeaning(nil, "Reddit itself has a failure", advice: "try again later"),
  ]
}
