import Synchronization

/// Answers that always are the same for the same question: the first of them are kept, so that hits which ask alike are
/// answered at once.
package final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let answers = Mutex<[Question: Answer]>([:])
  private let limit: Int

  /// - Parameter limit: so many answers are kept.
  package init(atMost limit: Int) { self.limit = limit }

  /// The answer to a question, known from before or found now.
  package func answer(to question: Question, _ find: (Question) -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = find(question)
    answers.withLock { answers in
      if answers.count < limit { answers[question] = answer }
    }
    return answer
  }
}
