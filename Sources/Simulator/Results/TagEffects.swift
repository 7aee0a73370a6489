package import SandboxedJS

/// The effects of code on the world outside, for one tag: its own code, and that of the variables
/// that it is the first to use.
package struct TagEffects: Sendable {
  private struct Lists {
    var requests: [OutgoingRequest] = []
    var cookies: [RunRecord.Cookie] = []
    var responseHeaders: [NamedText] = []
    var pixels: [String] = []
    var calls: [PageRecord.Call] = []
    var logs: [String] = []
  }

  /// One at most: most tags of most events do nothing, and a result is handed on many times.
  private var lists: [Lists] = []

  /// The requests that were sent.
  package internal(set) var requests: [OutgoingRequest] {
    get { lists.first?.requests ?? [] }
    set { change { $0.requests = newValue } }
  }
  /// The cookies that the answer to the browser sets.
  package var cookies: [RunRecord.Cookie] { lists.first?.cookies ?? [] }
  /// The headers that the answer to the browser got.
  package var responseHeaders: [NamedText] { lists.first?.responseHeaders ?? [] }
  /// The addresses that the browser was asked to load.
  package var pixels: [String] { lists.first?.pixels ?? [] }
  /// The calls of functions that a page has, such as a pixel's.
  package internal(set) var calls: [PageRecord.Call] {
    get { lists.first?.calls ?? [] }
    set { change { $0.calls = newValue } }
  }
  /// The console's lines, errors, and what went to storage outside.
  package internal(set) var logs: [String] {
    get { lists.first?.logs ?? [] }
    set { change { $0.logs = newValue } }
  }

  init() {}

  /// Whether nothing left the server or the page, and nothing was kept in a cookie.
  package var isEmpty: Bool {
    guard let lists = lists.first else { return true }
    return lists.requests.isEmpty && lists.cookies.isEmpty && lists.pixels.isEmpty
      && lists.calls.isEmpty
  }

  init(_ run: TemplateRun) {
    let page = run.record.page
    var lists = Lists(
      requests: run.record.requests, cookies: run.record.cookies,
      responseHeaders: run.record.response.headers,
      pixels: run.record.pixels + page.pictures + page.frames, calls: page.calls,
      logs: run.record.console)
    lists.logs += run.record.inserts.map { "rows for BigQuery: \($0.table) \($0.rows)" }
    lists.logs += run.record.writes.map { "document for Firestore: \($0.path) \($0.document)" }
    if case .failed(let failure) = run.outcome { lists.logs.append("error: \(failure)") }
    lists.logs += run.rejections.map { "error: \($0)" }
    self.lists = [lists]
  }

  /// Creates the effects of a variable's code.
  init(_ run: TemplateRun, ofVariable name: String) {
    self.init(run)
    if logs.isEmpty, responseHeaders.isEmpty, isEmpty {
      lists = []
    } else if !logs.isEmpty {
      logs = logs.map { "variable '\(name)': \($0)" }
    }
  }

  private mutating func change(_ body: (inout Lists) -> Void) {
    if lists.isEmpty { lists = [Lists()] }
    body(&lists[0])
  }

  static func + (first: TagEffects, second: TagEffects) -> TagEffects {
    var sum = first
    sum += second
    return sum
  }

  static func += (sum: inout TagEffects, other: TagEffects) {
    guard let added = other.lists.first else { return }
    guard !sum.lists.isEmpty else { return sum = other }
    sum.change { lists in
      lists.requests.add(added.requests)
      lists.cookies.add(added.cookies)
      lists.responseHeaders.add(added.responseHeaders)
      lists.pixels.add(added.pixels)
      lists.calls.add(added.calls)
      lists.logs.add(added.logs)
    }
  }
}

extension Array {
  /// Appends a list, one of which is empty as a rule.
  fileprivate mutating func add(_ other: [Element]) {
    if isEmpty { self = other } else if !other.isEmpty { self += other }
  }
}
