/// The meaning of an answer for the request that led to it.
package enum Verdict: Sendable {
  /// The request succeeded.
  case accepted
  /// The same request may succeed later, or after the wait that the server asks for.
  case again(Trouble, after: Duration?)
  /// The quota of the day is used up: no wait helps.
  case dailyQuota
  /// The credential was not accepted.
  case unauthorised
  /// The answer is to be asked for elsewhere.
  case redirect(String)
  /// Refused; what it means depends on what was asked.
  case refused

  /// Judges an answer by its status, its headers and the reasons in its body.
  package init(_ response: HTTPResponse, unixSeconds: Int) {
    let asked = response.headers["retry-after"].flatMap {
      RetryAfter.read($0, unixSeconds: unixSeconds)
    }
    switch response.status {
    case 200..<300:
      self = .accepted
    case 301, 302, 303, 307, 308:
      self = .redirect(response.headers["location"] ?? "")
    case 401:
      self = .unauthorised
    case 403, 429:
      let error = GoogleError(response.body)
      if error?.isDailyQuota == true {
        self = .dailyQuota
      } else if response.status == 429 || error?.isQuota == true {
        self = .again(.quota, after: asked ?? error?.retryDelay)
      } else {
        self = .refused
      }
    case 408, 500...599:
      self = .again(.passing("answered \(response.status)"), after: asked)
    default:
      self = .refused
    }
  }
}
