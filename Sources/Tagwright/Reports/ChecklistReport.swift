import Compiler
import Diagnostics
import JSONText

/// A checklist as `checklist` prints it.
struct ChecklistReport {
  let list: Checklist
  /// Places are shown relative to it.
  let folder: String

  /// For a person: each step with a mark, what the plan shows of it, and what is wrong with it.
  func text(_ style: SeverityStyle) -> String {
    var lines = ["\(list.service):", ""]
    for step in list.steps {
      let number = step.number < 10 ? " \(step.number)" : "\(step.number)"
      let hint = step.state == .open ? ": left to you" : ""
      lines.append("\(mark(step.state, style)) \(number) \(step.title)\(hint)")
      if step.state != .done { lines.append("       \(step.proof)") }
      lines += step.shown.map { "       · \($0)".withVisibleControls }
      for diagnostic in step.diagnostics {
        lines += diagnostic.text(relativeTo: folder, style: style).split(separator: "\n")
          .map { "       \($0)" }
      }
    }
    return (lines + [""] + closingLines).joined(separator: "\n")
  }

  private func mark(_ state: Checklist.State, _ style: SeverityStyle) -> String {
    switch state {
    case .done: style.word("passed", as: "[x]")
    case .open: "[ ]"
    case .broken: style.word("failed", as: "[!]")
    }
  }

  private var closingLines: [String] {
    let counts = [(State.done, "done"), (.open, "left to you"), (.broken, "broken")]
      .map { state, word in (list.steps.count { $0.state == state }, word) }
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var lines = [counts.joined(separator: ", ")]
    if let step = list.firstBroken {
      lines.append("begin with step \(step.number), '\(step.title)': the later ones rely on it")
    }
    return lines
  }

  private typealias State = Checklist.State

  /// For programs that read on.
  var json: JSON {
    [
      "service": .string(list.service),
      "firstBroken": list.firstBroken.map { .number(JSONNumber($0.number)) } ?? .null,
      "steps": .array(
        list.steps.map { step in
          [
            "number": .number(JSONNumber(step.number)), "title": .string(step.title),
            "state": .string(step.state.rawValue), "proof": .string(step.proof),
            "shown": .array(step.shown.map { .string($0) }),
            "diagnostics": DiagnosticList(diagnostics: step.diagnostics, folder: folder).json,
          ]
        }),
    ]
  }
}
