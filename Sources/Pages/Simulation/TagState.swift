import Simulator

/// The outcomes of a tag, as a page counts them.
enum TagState: String, CaseIterable, Sendable {
  case sent, refused, failed, silent, unknown, idle

  init(_ tag: TagResult) {
    if case .refused? = tag.outcome {
      self = .refused
    } else if !tag.isFired {
      self = .idle
    } else {
      switch tag.outcome {
      case .success?, nil: self = tag.effects.isEmpty ? .silent : .sent
      case .notSimulated?: self = .unknown
      default: self = .failed
      }
    }
  }

  /// The state behind a number: `3 sent`.
  var words: String {
    switch self {
    case .sent: "sent"
    case .refused: "refused by consent"
    case .failed: "failed"
    case .silent: "fired, nothing sent"
    case .unknown: "fired, code not known"
    case .idle: "not fired"
    }
  }

  /// A mark that tells the states apart without colour.
  var mark: String {
    switch self {
    case .sent: "✓"
    case .refused: "⊘"
    case .failed: "✕"
    case .silent: "∅"
    case .unknown: "?"
    case .idle: "–"
    }
  }
}
