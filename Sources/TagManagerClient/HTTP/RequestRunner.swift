package import JSONText

/// Sends requests until they are answered: waits for the quota, tries passing failures again, follows
/// redirects within a host, and keeps to one limit of time for everything.
package struct RequestRunner {
  /// The longest answer that is read, in bytes.
  package static let responseLimit = 64 << 20
  /// The most redirects that one request follows.
  package static let redirectLimit = 5

  /// The ways in which a request can end.
  package enum Outcome: Sendable {
    /// A successful answer, and the JSON in its body.
    case accepted(JSON, HTTPResponse)
    /// 401.
    case unauthorised(HTTPResponse)
    /// Any other refusal that trying again does not mend.
    case refused(HTTPResponse)
  }

  /// Texts that must never be shown, such as the token: blotted out of everything thrown and reported.
  package var secrets: [String] = []
  package let report: (FetchProgress) -> Void
  package let time: Timekeeper
  private let transport: any Transport
  private var policy: RetryPolicy
  /// The pace of requests that count against the quota.
  package let pace: RequestPace
  private let end: Duration

  /// The time limit of the policy begins to run here.
  package init(
    transport: any Transport, policy: RetryPolicy, time: Timekeeper,
    pace: RequestPace = RequestPace(), report: @escaping (FetchProgress) -> Void
  ) {
    self.transport = transport
    self.policy = policy
    self.time = time
    self.pace = pace
    self.report = report
    end = time.elapsed() + policy.timeLimit
  }

  /// Sends a request that expects JSON, as often as the policy has it.
  ///
  /// Throws when time is up, when trying again is pointless, when the answer leads to another host,
  /// and when it is not JSON.
  ///
  /// - Parameters:
  ///   - requestLimit: the longest time for one attempt, where the policy's is too long.
  ///   - patient: whether failures are tried again at all.
  package mutating func run(
    _ original: HTTPRequest, requestLimit: Duration? = nil, patient: Bool = true
  ) throws(FetchFailure) -> Outcome {
    guard original.endpoint.keepsSecrets || !original.carriesSecrets else {
      throw FetchFailure(
        .usage, "refused to send a secret to '\(original.endpoint.host)' without encryption")
    }
    var request = original
    var (passing, quota, redirects) = (0, 0, 0)
    while true {
      try keepPace(request)
      let left = end - time.elapsed()
      guard left > .zero else {
        throw FetchFailure(
          .network,
          "gave up asking for \(request.purpose): \(policy.timeLimit.wholeSeconds) s are over")
      }
      switch attempt(request, timeout: min(requestLimit ?? policy.requestLimit, left)) {
      case .ended(let outcome):
        return outcome
      case .failed(let failure):
        throw failure
      case .redirect(let location):
        redirects += 1
        guard redirects <= Self.redirectLimit else {
          throw FetchFailure(
            .network,
            "'\(request.endpoint.host)' redirects in circles when asked for \(request.purpose)")
        }
        request.endpoint = try target(of: location, from: request)
      case .again(let trouble, let asked):
        if trouble == .quota { quota += 1 } else { passing += 1 }
        guard trouble == .quota || request.isRepeatable else { throw uncertain(request, trouble) }
        guard patient else { throw gaveUp(request, trouble, after: 1) }
        let failures = trouble == .quota ? quota : passing
        guard let wait = policy.wait(after: trouble, failures: failures, asked: asked) else {
          throw gaveUp(request, trouble, after: failures)
        }
        guard time.elapsed() + wait < end else { throw tooLong(request, trouble, wait: wait) }
        report(.waiting(wait, reason: reason(of: trouble, request)))
        time.wait(wait)
      }
    }
  }

  /// Waits where one more request would be over the quota.
  private func keepPace(_ request: HTTPRequest) throws(FetchFailure) {
    guard request.isMetered else { return }
    let wait = pace.wait(at: time.elapsed())
    if wait > .zero {
      guard time.elapsed() + wait < end else { throw tooLong(request, .quota, wait: wait) }
      report(.waiting(wait, reason: pace.words))
      time.wait(wait)
    }
    pace.record(at: time.elapsed())
  }

  private enum Attempt {
    case ended(Outcome)
    case failed(FetchFailure)
    case redirect(String)
    case again(Trouble, after: Duration?)
  }

  private func attempt(_ request: HTTPRequest, timeout: Duration) -> Attempt {
    let host = request.endpoint.host
    report(.asking(purpose: request.purpose, address: request.endpoint.text))
    let response: HTTPResponse
    do throws(TransportFailure) {
      response = try transport.send(request, timeout: timeout, limit: Self.responseLimit)
    } catch {
      let words = ServerText.shown(error.text, hiding: secrets)
      guard error.mayPass else {
        return .failed(
          FetchFailure(.network, "'\(host)' \(words)", notes: error.advice.map { [$0] } ?? []))
      }
      return .again(.passing(words), after: nil)
    }
    report(.answered(status: response.status, bytes: response.body.count))
    switch Verdict(response, unixSeconds: time.unixSeconds()) {
    case .accepted where request.method != .get && response.body.isEmpty:
      return .ended(.accepted(.null, response))
    case .accepted: return accepted(response, host: host)
    case .unauthorised: return .ended(.unauthorised(response))
    case .refused: return .ended(.refused(response))
    case .redirect(let location): return .redirect(location)
    case .again(let trouble, let asked): return .again(trouble, after: asked)
    case .dailyQuota:
      return .failed(
        FetchFailure(
          .quota, "the daily quota of the Google Cloud project is used up",
          notes: [
            "the Tag Manager API answers 10,000 requests a day; it starts anew at midnight PST"
          ]))
    }
  }

  /// A page where JSON was expected is an error at once, damaged JSON may be whole the next time.
  private func accepted(_ response: HTTPResponse, host: String) -> Attempt {
    let type = response.contentType
    guard type == "application/json" || type.hasSuffix("+json") else {
      let shown = type.isEmpty ? "no content type" : "'\(ServerText.shown(type, hiding: secrets))'"
      return .failed(
        FetchFailure(
          .answer, "'\(host)' answered with \(shown) instead of JSON",
          notes: ["a login page or a proxy may stand in between"]))
    }
    do throws(JSONReadError) {
      let options = JSONReadOptions(repeatedKeys: .lastOneCounts)
      return .ended(.accepted(try JSON.read(response.body, options), response))
    } catch {
      return .again(
        .passing("sent JSON that is damaged at line \(error.line), column \(error.column)"),
        after: nil)
    }
  }

  private func target(
    of location: String, from request: HTTPRequest
  ) throws(FetchFailure) -> HTTPEndpoint {
    let host = request.endpoint.host
    guard let endpoint = request.endpoint.redirected(to: location) else {
      throw FetchFailure(.network, "'\(host)' redirects to something that is not an address")
    }
    guard endpoint.hasOrigin(of: request.endpoint), request.body == nil else {
      throw FetchFailure(
        .network, "refused a redirect from '\(request.endpoint.origin)' to '\(endpoint.origin)'",
        notes: ["a token is only ever sent to the host that it is meant for"])
    }
    return endpoint
  }
}

// MARK: Wording

extension RequestRunner {
  private func reason(of trouble: Trouble, _ request: HTTPRequest) -> String {
    switch trouble {
    case .quota: "the quota of '\(request.endpoint.host)' is used up"
    case .passing(let words): "'\(request.endpoint.host)' \(words)"
    }
  }

  private func uncertain(_ request: HTTPRequest, _ trouble: Trouble) -> FetchFailure {
    FetchFailure(
      .uncertain,
      "it is not known whether \(request.purpose) was done: \(reason(of: trouble, request))")
  }

  private func gaveUp(
    _ request: HTTPRequest, _ trouble: Trouble, after attempts: Int
  ) -> FetchFailure {
    let count = attempts == 1 ? "" : " (\(attempts) attempts)"
    return FetchFailure(trouble == .quota ? .quota : .network, reason(of: trouble, request) + count)
  }

  private func tooLong(
    _ request: HTTPRequest, _ trouble: Trouble, wait: Duration
  ) -> FetchFailure {
    FetchFailure(
      trouble == .quota ? .quota : .network, reason(of: trouble, request),
      notes: [
        "the next attempt would come after \(wait.wholeSeconds) s; "
          + "everything together may take \(policy.timeLimit.wholeSeconds) s"
      ])
  }
}
