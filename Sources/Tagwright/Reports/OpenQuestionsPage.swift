import Compiler
import Diagnostics
import JSONText

/// The questions that a destination's documents leave open, for `explain`.
struct OpenQuestionsPage: ExplainedWord {
  private let destination: String
  private let questions: [OpenQuestion]

  init(_ destination: String, _ questions: [OpenQuestion]) {
    self.destination = destination
    self.questions = questions
  }

  func text(_ style: SeverityStyle) -> String {
    let lines = questions.flatMap { ["", "\($0.question): \($0.side)", "  \($0.reason)"] }
    return (["what the documents of \(destination) leave open, and the side that is taken"] + lines)
      .joined(separator: "\n")
  }

  var json: JSON {
    .object(
      JSONObject([
        .init("destination", .string(destination)),
        .init(
          "openQuestions",
          .array(
            questions.map {
              [
                "question": .string($0.question), "side": .string($0.side),
                "reason": .string($0.reason),
              ]
            })),
      ]))
  }
}
