/// Something that a destination's documents leave open or contradict each other in, and the side that is taken.
package struct OpenQuestion: Sendable {
  /// The question that is not settled, a noun phrase.
  package let question: String
  /// The side that the code takes.
  package let side: String
  /// The reason for taking that side.
  package let reason: String

  init(_ question: String, _ side: String, because reason: String) {
    self.question = question
    self.side = side
    self.reason = reason
  }

  /// Those of each destination that has some.
  package static var all: [(destination: String, word: String, questions: [OpenQuestion])] {
    compiledDestinations.map { $0.profile }.filter { !$0.openQuestions.isEmpty }
      .map { ($0.name, $0.name.lowercased(), $0.openQuestions) }
  }
}
