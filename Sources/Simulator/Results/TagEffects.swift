package import SandboxedJS

/// The effects of code on the world outside, for one tag: its own code, and that of the variables
/// that it is the first to use.
package struct TagEffects: Sendable {
  /// The requests that were sent.
  package internal(set) var requests: [OutgoingRequest] = []
  /// The cookies that the answer to the browser sets.
  package internal(set) var cookies: [RunRecord.Cookie] = []
  /// The headers that the answer to the browser got.
  package internal(set) var responseHeaders: [NamedText] = []
  /// The addresses that the browser was asked to load.
  package internal(set) var pixels: [String] = []
  /// The calls of functions that a page has, such as a pixel's.
  package internal(set) var calls: [PageRecord.Call] = []
  /// The console's lines, errors, and what went to storage outside.
  package internal(set) var logs: [String] = []

  init() {}

  /// Whether nothing left the server or the page, and nothing was kept in a cookie.
  package var isEmpty: Bool {
    requests.isEmpty && cookies.isEmpty && pixels.isEmpty && calls.isEmpty
  }

  init(_ run: TemplateRun) {
    requests = run.record.requests
    cookies = run.record.cookies
    responseHeaders = run.record.response.headers
    pixels = run.record.pixels
    pixels += run.record.page.pictures + run.record.page.frames
    calls = run.record.page.calls
    logs = run.record.console
    logs += run.record.inserts.map { "rows for BigQuery: \($0.table) \($0.rows)" }
    logs += run.record.writes.map { "document for Firestore: \($0.path) \($0.document)" }
    if case .failed(let failure) = run.outcome { logs.append("error: \(failure)") }
    logs += run.rejections.map { "error: \($0)" }
  }

  /// Creates the effects of a variable's code.
  init(_ run: TemplateRun, ofVariable name: String) {
    self.init(run)
    logs = logs.map { "variable '\(name)': \($0)" }
  }

  static func + (first: TagEffects, second: TagEffects) -> TagEffects {
    var sum = first
    sum += second
    return sum
  }

  static func += (sum: inout TagEffects, other: TagEffects) {
    sum.requests.add(other.requests)
    sum.cookies.add(other.cookies)
    sum.responseHeaders.add(other.responseHeaders)
    sum.pixels.add(other.pixels)
    sum.calls.add(other.calls)
    sum.logs.add(other.logs)
  }
}

extension Array {
  /// Appends a list, one of which is empty as a rule.
  fileprivate mutating func add(_ other: [Element]) {
    if isEmpty { self = other } else if !other.isEmpty { self += other }
  }
}
