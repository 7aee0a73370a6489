import ContainerDiff
import Diagnostics
import JSONText
import Simulator

/// The page of what `diff` or `simulate --prove` can find, as `explain` prints it.
struct FindingPage: ExplainedWord {
  private let id: String
  private let title: String
  private let summary: String
  private let documentation: String
  private let example: String

  init(_ meaning: Meaning) {
    id = meaning.id
    title = "what 'diff' says of two containers"
    summary = meaning.summary
    documentation = meaning.documentation
    example = meaning.example
  }

  init(_ proof: Proof) {
    id = proof.id
    title = "what 'simulate --prove' tries out"
    summary = proof.summary
    documentation = proof.documentation
    example = proof.example
  }

  func text(_ style: SeverityStyle) -> String {
    """
    \(id): \(title): \(summary)

    \(documentation)

    such as:

      \(example)
    """
  }

  var json: JSON {
    [
      "id": .string(id), "summary": .string(summary),
      "documentation": .string(documentation), "example": .string(example),
    ]
  }
}
