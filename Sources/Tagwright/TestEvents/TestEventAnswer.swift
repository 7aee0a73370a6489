import Compiler
import JSONText
import TagManagerClient

/// The answer of a destination to a test event.
struct TestEventAnswer {
  private let status: Int
  private let code: Int
  private let meaning: AnswerMeaning?
  /// The destination's own words.
  private let message: String
  private let requestID: String?
  private let viewer: String

  /// Reads the body of an answer; `nil` where it has no code.
  ///
  /// - Parameter token: blotted out of everything.
  init?(_ json: JSON, status: Int, of service: TestEventService, hiding token: String) {
    guard let answer = service.answer(json) else { return nil }
    self.status = status
    code = answer.code
    meaning = service.meaning(answer.code)
    message = ServerText.shown(answer.message ?? "", hiding: [token])
    requestID = answer.requestID.map { ServerText.shown($0, hiding: [token]) }
    viewer = service.viewer
  }

  /// Whether the event was taken.
  var isAccepted: Bool { meaning?.isAccepted == true && (200..<300).contains(status) }

  /// The answer in a line: `40002 PARAM_ERROR, a member of the request is wrong or missing: …`.
  var text: String {
    var text = ["\(code)", meaning?.name].compactMap(\.self).joined(separator: " ")
    text += ", \(meaning?.meaning ?? "a code that is not documented")"
    if !isAccepted, !message.isEmpty { text += ": \(message)" }
    if !(200..<300).contains(status) { text += " (status \(status))" }
    return text
  }

  /// The next steps, a line each.
  var notes: [String] {
    var notes = [meaning?.advice].compactMap(\.self)
    if isAccepted {
      notes.append("look for it in \(viewer): an event can be taken and yet be of no use")
    }
    if let requestID { notes.append("the request has the id \(requestID)") }
    return notes
  }

  /// The answer for programs.
  var members: [JSONObject.Member] {
    [
      .init("accepted", .bool(isAccepted)), .init("status", .number(JSONNumber(status))),
      .init("code", .number(JSONNumber(code))),
      .init("name", meaning?.name.map { .string($0) } ?? .null),
      .init("meaning", meaning.map { .string($0.meaning) } ?? .null),
      .init("advice", meaning?.advice.map { .string($0) } ?? .null),
      .init("message", .string(message)),
      .init("requestId", requestID.map { .string($0) } ?? .null),
    ]
  }
}
