import ContainerDiff
import Diagnostics
import JSONText

/// The page of a meaning that `diff` finds, as `explain` prints it.
struct MeaningPage: ExplainedWord {
  private let meaning: Meaning

  init(_ meaning: Meaning) { self.meaning = meaning }

  func text(_ style: SeverityStyle) -> String {
    """
    \(meaning.id): what 'diff' says of two containers: \(meaning.summary)

    \(meaning.documentation)

    such as:

      \(meaning.example)
    """
  }

  var json: JSON {
    [
      "id": .string(meaning.id), "summary": .string(meaning.summary),
      "documentation": .string(meaning.documentation), "example": .string(meaning.example),
    ]
  }
}
