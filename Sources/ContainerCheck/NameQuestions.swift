import Diagnostics
import TagManager

/// Asks what may be meant by names that nothing in a container has.
///
/// Only the first names are compared with all that there are, so that no container takes long.
package struct NameQuestions {
  /// The number of different names that are asked about.
  static let limit = 200

  private let names: Set<String>
  private lazy var words = Spelling.Words(names.sorted())
  private var questions: [String: String?] = [:]

  /// - Parameter kind: the kind of entity that the names are meant for.
  init(about kind: EntityKind, of container: CheckedContainer) {
    self.init(among: container.names(of: kind))
  }

  package init(among names: Set<String>) { self.names = names }

  /// The question for a name; `nil` where nothing is near.
  package mutating func question(for name: String) -> String? {
    if let known = questions[name] { return known }
    guard questions.count < Self.limit else { return nil }
    let question = words.nearest(to: name).map(Spelling.question)
    questions[name] = .some(question)
    return question
  }
}
