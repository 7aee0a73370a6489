import Diagnostics
import TagManager
import TagwrightPlan

/// Which variable stands for which source.
extension DraftBuilder {
  /// The text of a parameter that takes a source's value: `{{variable}}`, or a constant itself.
  mutating func reference(to source: Source) -> String {
    switch source.kind {
    case .constant(let text): return text
    case .variable(let name): return "{{\(name)}}"
    case .builtIn(let builtIn):
      enable(builtIn)
      return "{{\(builtIn.name)}}"
    default:
      let variable = variable(for: source)
      add(variable, at: source.place)
      return "{{\(variable.name)}}"
    }
  }

  /// The constant variable that holds a secret; its value is a placeholder until it is filled in.
  mutating func reference(to secret: Secret, name: String, folder: String?) -> String {
    let variable = VariableDraft(
      name: name, type: .own("c"), parameters: [.template("value", secret.placeholder)],
      folder: folder,
      notes: notes("Put the value of \(secret.name) here; it is kept out of every generated file."))
    add(variable, at: secret.place)
    return "{{\(name)}}"
  }

  private mutating func variable(for source: Source) -> VariableDraft {
    switch source.kind {
    case .eventData(let path):
      return own(
        "ed.\(path)", "ed", [.boolean("setDefaultValue", false), .template("keyPath", path)])
    case .cookie(let name):
      return own(
        "cookie.\(name)", "sgtmk", [.boolean("decodeCookie", true), .template("name", name)])
    case .requestHeader(let name):
      return own("header.\(name)", "rh", [.template("headerName", name)])
    case .queryParameter(let name):
      return own("query.\(name)", "qp", [.template("queryParamName", name)])
    case .urlParameter(let name):
      if !hasURLParameterTemplate {
        hasURLParameterTemplate = true
        add(URLParameterTemplate.draft(notes: notes()), at: source.place)
      }
      return VariableDraft(
        name: "url.\(name)", type: .template(URLParameterTemplate.name),
        parameters: [.template(URLParameterTemplate.field, name)], folder: nil, notes: notes())
    case .lookupTable(let table):
      let input = reference(to: table.input)
      return own(
        table.name, "smm",
        fallback(table.fallback) + [.template("input", input), .rows(table.rows)])
    case .regexTable(let table):
      let input = reference(to: table.input)
      return own(
        table.name, "remm",
        fallback(table.fallback) + [
          .boolean("fullMatch", table.matchesWhole), .boolean("replaceAfterMatch", false),
          .boolean("ignoreCase", table.ignoresCase), .template("input", input), .rows(table.rows),
        ])
    case .firstOf(let sources):
      // Fields take the candidates one by one; elsewhere there is no variable for several sources.
      return variable(for: sources.first ?? source)
    case .constant, .variable, .builtIn:
      return own(reference(to: source), "c", [])
    }
  }

  private func own(_ name: String, _ type: String, _ parameters: [Parameter]) -> VariableDraft {
    VariableDraft(name: name, type: .own(type), parameters: parameters, folder: nil, notes: notes())
  }

  private func fallback(_ text: String?) -> [Parameter] {
    guard let text else { return [.boolean("setDefaultValue", false)] }
    return [.boolean("setDefaultValue", true), .template("defaultValue", text)]
  }
}

extension Parameter {
  /// The rows of a lookup or regex table.
  fileprivate static func rows(_ rows: [TableRow]) -> Parameter {
    .list("map", rows.map { .map([.template("key", $0.input), .template("value", $0.output)]) })
  }
}
