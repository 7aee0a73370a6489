import JSONText
import SandboxedJS
package import Simulator

/// The sent requests that a log has, each with its answer.
package struct SentLog: Sendable {
  /// A request.
  struct Request: Sendable {
    let line: SentLine
    var answer: SentLine?
  }

  /// An event of a request that waits for the hit that led to it.
  struct Slot: Sendable {
    let request: Int
    /// Its place among the events of the request.
    let event: Int
    let kind: SentKind
    let id: String?
    var isTaken = false
  }

  /// So many requests are kept: the log has to be in memory, as either log may be ahead of the other.
  package static let greatestCount = 1_000_000

  private(set) var requests: [Request] = []
  private(set) var slots: [Slot] = []
  private let endpoints: [RequestForm]
  private var unanswered: [Conversation: [Int]] = [:]
  private var earlyAnswers: [Conversation: [SentLine]] = [:]
  private var written: [Account: (lines: Int, rows: Int)] = [:]
  private var byTrace: [Key: [Int]] = [:]
  private var byID: [Key: [Int]] = [:]

  /// The lines of one tag about one event.
  private struct Conversation: Hashable {
    let trace: String?
    let tag: String
    let event: String

    init(_ line: SentLine) {
      trace = line.trace
      tag = line.tag
      event = line.event
    }
  }

  /// The same for the console's line and BigQuery's row about one request, and for repetitions of it.
  private struct Account: Hashable {
    let kind: SentLine.Kind
    let conversation: Conversation
    let url: String?
    let ids: [String]
  }

  private struct Key: Hashable {
    let kind: SentKind
    let text: String
  }

  /// A log of nothing yet.
  package init(_ endpoints: [RequestForm]) { self.endpoints = endpoints }

  /// Whether it takes no more.
  package var isFull: Bool { requests.count >= Self.greatestCount }
  /// Whether it has no request.
  package var isEmpty: Bool { requests.isEmpty }

  /// Adds a line.
  package mutating func add(_ line: SentLine) {
    let conversation = Conversation(line)
    guard !isKnown(line, conversation) else { return }
    switch line.kind {
    case .message: break
    case .request:
      guard let url = line.url else { return }
      var request = Request(line: line)
      if var early = earlyAnswers[conversation], !early.isEmpty {
        request.answer = early.removeFirst()
        earlyAnswers[conversation] = early
      } else {
        unanswered[conversation, default: []].append(requests.count)
      }
      requests.append(request)
      addSlots(of: line, url)
    case .response:
      guard let index = unanswered[conversation]?.first else {
        earlyAnswers[conversation, default: []].append(line)
        return
      }
      unanswered[conversation]?.removeFirst()
      requests[index].answer = line
    }
  }

  /// Whether the other of the two logs, the console's and BigQuery's, has said it: a request that was sent twice is in each
  /// of them twice.
  private mutating func isKnown(_ line: SentLine, _ conversation: Conversation) -> Bool {
    // Without a trace nothing tells the rows of one request from those of another.
    guard line.trace != nil, line.kind != .message else { return false }
    let ids = Self.events(of: line, endpoints)?.compactMap(\.id) ?? []
    let account = Account(kind: line.kind, conversation: conversation, url: line.url, ids: ids)
    var count = written[account] ?? (lines: 0, rows: 0)
    if line.isRow { count.rows += 1 } else { count.lines += 1 }
    written[account] = count
    return line.isRow ? count.rows <= count.lines : count.lines <= count.rows
  }

  private mutating func addSlots(of line: SentLine, _ url: String) {
    let request = requests.count - 1
    let events = Self.events(of: line, endpoints)
    let parts =
      events?.map { ($0.kind.joined, $0.id) }
      ?? [
        (SentKind(destination: SentEvent.host(of: url), name: line.event).joined, nil as String?)
      ]
    for (place, (kind, id)) in parts.enumerated() {
      if let trace = line.trace {
        byTrace[Key(kind: kind, text: trace), default: []].append(slots.count)
      }
      if let id { byID[Key(kind: kind, text: id), default: []].append(slots.count) }
      slots.append(Slot(request: request, event: place, kind: kind, id: id))
    }
  }

  private static func events(of line: SentLine, _ endpoints: [RequestForm]) -> [SentEvent]? {
    guard let url = line.url, let body = line.body else { return nil }
    // A log cuts long lines off: such a body is as good as none.
    let isKnown = endpoints.contains { url.hasPrefix($0.address) }
    if isKnown, (try? JSON.read(body)) == nil { return nil }
    var request = OutgoingRequest(url: url)
    request.method = line.method
    request.body = body
    return SentEvent.all(of: request, endpoints, hasEnvelope: false)
  }

  // MARK: Joining

  /// The event of the log that a hit's event is, by trace, else by id; nobody else gets it.
  mutating func take(_ event: SentEvent, traces: [String]) -> Slot? {
    let kind = event.kind.joined
    let free = traces.flatMap { byTrace[Key(kind: kind, text: $0)] ?? [] }
      .filter { !slots[$0].isTaken }
    let place =
      free.first { slots[$0].id == event.id } ?? free.first { slots[$0].id == nil }
      ?? event.id.flatMap { id in
        byID[Key(kind: kind, text: id)]?.first { !slots[$0].isTaken }
      } ?? free.first
    guard let place else { return nil }
    slots[place].isTaken = true
    return slots[place]
  }

  /// The whole event; `nil` where the log has no body of it.
  func event(of slot: Slot) -> SentEvent? {
    let events = Self.events(of: requests[slot.request].line, endpoints)
    return events.flatMap { slot.event < $0.count ? $0[slot.event] : nil }
  }

  func hasTrace(_ slot: Slot) -> Bool { requests[slot.request].line.trace != nil }

  /// Returns the reason a request was refused; `nil` for one that was not.
  func refusal(of request: Request) -> String? {
    guard let url = request.line.url, let answer = request.answer else { return nil }
    if let endpoint = endpoints.first(where: { url.hasPrefix($0.address) }) {
      return endpoint.refusal(answer.status, answer.answer)
    }
    return answer.status.flatMap { (200..<300).contains($0) ? nil : "status \($0)" }
  }
}

extension SentKind {
  /// The kind by which lines are joined: templates log the last part of names such as `urn:example:7`.
  var joined: SentKind {
    SentKind(destination: destination, name: name.split(separator: ":").last.map(String.init) ?? "")
  }
}
