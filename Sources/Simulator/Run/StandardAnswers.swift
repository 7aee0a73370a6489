package import SandboxedJS

/// What hosts answer where nobody says anything else: what they answer when all is well.
package enum StandardAnswers {
  /// TikTok's answer to an event that it accepted.
  ///
  /// Source: answers that were recorded; `code` 0 is success.
  private static let tikTok = HTTPAnswer.response(
    headers: [NamedText("content-type", "application/json")],
    body: #"{"code":0,"message":"OK","request_id":"20260101000000SIMULATED","data":{}}"#)

  /// The answer to a request.
  package static func answer(_ request: OutgoingRequest) -> HTTPAnswer {
    request.url.hasPrefix("https://business-api.tiktok.com/") ? tikTok : .response()
  }
}
