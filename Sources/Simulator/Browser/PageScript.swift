import JSONText
import SandboxedJS

/// JavaScript that an author wrote straight into a container: run where it keeps to what the sandbox has.
///
/// Any other code would need a browser: it is said that it was not run.
enum PageScript {
  /// A custom JavaScript variable: a function, called.
  ///
  /// Code that asks for chance or the time and cannot be run has another value each time, which is what matters of it.
  static func value(
    of name: String, _ code: ValueExpression, _ scope: EventScope, _ page: PageState
  ) -> ScriptValue {
    var text = source(code, scope)
    while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
    if let run = run("return (\(text))();", .variable, scope),
      case .returned(let value) = run.outcome
    {
      return value
    }
    let isNew = ["Math.random", "randomUUID", "getRandomValues", "Date.now", "new Date"]
      .contains { text.containsText($0) }
    guard isNew else {
      scope.note("variable '\(name)': its JavaScript needs a browser and was not run")
      return .undefined
    }
    scope.note(
      "variable '\(name)': its JavaScript makes a new value each time; a number stands for it")
    return .string("\(name) \(page.nextNumber())")
  }

  /// A custom HTML tag: its scripts, one after the other.
  static func run(
    _ tag: TagProgram, _ scope: EventScope, _ effects: inout TagEffects
  ) -> TagResult.Outcome {
    guard let html = tag.fields.first(where: { $0.key == "html" })?.value else { return .success }
    let text = source(html, scope)
    effects += scope.takeEffects()
    var rest = text[...]
    while let start = rest.firstRange(of: "<script"),
      let open = rest[start.upperBound...].firstIndex(of: ">"),
      let end = rest[open...].firstRange(of: "</script")
    {
      let code = rest[rest.index(after: open)..<end.lowerBound]
      rest = rest[end.upperBound...]
      guard let run = run(prelude(scope) + code, .tag, scope) else {
        effects.logs.append("its JavaScript needs a browser and was not run")
        return .notSimulated
      }
      effects += TagEffects(run)
      if case .failed = run.outcome { return .notSimulated }
    }
    return .success
  }

  /// The code with the values of variables: inside quotes as text, elsewhere as JavaScript writes them.
  private static func source(_ expression: ValueExpression, _ scope: EventScope) -> String {
    let parts: [ValueExpression] =
      if case .text(let parts) = expression { parts } else { [expression] }
    var text = ""
    for part in parts {
      guard case .variable(let slot) = part else {
        text += scope.value(part).asText
        continue
      }
      let value = scope.value(slot)
      if let quote = text.last, quote == "'" || quote == "\"" {
        let literal = ScriptValue.string(value.asText).description.dropFirst().dropLast()
        text += literal.replacing("'", with: "\\'")
      } else {
        text += value.json?.text(.compact) ?? "undefined"
      }
    }
    return text
  }

  /// Returns the code that makes the page's functions known by their names: `pixel.track` calls
  /// what the page has there.
  private static func prelude(_ scope: EventScope) -> String {
    var objects: [(name: String, members: [String])] = []
    for path in scope.page?.functions ?? [] {
      let parts = path.split(separator: ".").map(String.init)
      guard parts.count == 2 else { continue }
      let member = "\(parts[1]): (a, b, c) => callInWindow('\(path)', a, b, c)"
      if let index = objects.firstIndex(where: { $0.name == parts[0] }) {
        objects[index].members.append(member)
      } else {
        objects.append((parts[0], [member]))
      }
    }
    return "const callInWindow = require('callInWindow');\n"
      + objects.map { "const \($0.name) = {\($0.members.joined(separator: ", "))};\n" }.joined()
  }

  private static func run(
    _ code: String, _ kind: TemplateKind, _ scope: EventScope
  ) -> TemplateRun? {
    guard let script = try? CompiledScript(template: code) else { return nil }
    let run = TemplateRun(
      script, kind: kind, environment: scope.environment(), limits: scope.limits)
    scope.page?.take(run.record)
    return run
  }
}
