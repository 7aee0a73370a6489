import Diagnostics
import TagwrightPlan

/// A finding of a rule: a diagnostic without the rule's id and severity, and the allowances in
/// whose reach it is.
struct Finding {
  let message: String
  let place: SourcePlace?
  let notes: [Diagnostic.Note]
  private(set) var allowances: [Allowance]

  /// Says what is wrong and where; a note says how to mend it.
  init(
    _ message: String, at place: SourcePlace?, notes: [Diagnostic.Note],
    allowances: [Allowance] = []
  ) {
    self.message = message
    self.place = place
    self.notes = notes
    self.allowances = allowances
  }

  /// Says what is wrong and where, with one sentence on how to mend it.
  init(_ message: String, at place: SourcePlace?, mend: String) {
    self.init(message, at: place, notes: [.init(mend)])
  }

  /// Puts the finding into the reach of further allowances.
  func allowed(by allowances: [Allowance]) -> Finding {
    guard !allowances.isEmpty else { return self }
    var copy = self
    copy.allowances += allowances
    return copy
  }
}
