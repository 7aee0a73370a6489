import Diagnostics
import TagManager
import TagwrightPlan

/// Which variable stands for which source.
extension DraftBuilder {
  /// The text of a parameter that takes a source's value: `{{variable}}`, or a constant itself.
  mutating func reference(to source: Source) -> String {
    switch source.kind {
    case .constant(let text): return text
    case .variable(let name):
      refer(toVariable: name, at: source.place)
      return "{{\(name)}}"
    case .builtIn(let builtIn):
      enable(builtIn)
      return "{{\(builtIn.name)}}"
    case .eventData(let path):
      return share(
        "ed.\(path)", "ed", [.boolean("setDefaultValue", false), .template("keyPath", path)],
        for: source)
    case .cookie(let name):
      return share(
        "cookie.\(name)", "sgtmk", [.boolean("decodeCookie", true), .template("name", name)],
        for: source)
    case .requestHeader(let name):
      return share("header.\(name)", "rh", [.template("headerName", name)], for: source)
    case .queryParameter(let name):
      return share("query.\(name)", "qp", [.template("queryParamName", name)], for: source)
    case .urlParameter(let name):
      if !hasURLParameterTemplate {
        hasURLParameterTemplate = true
        share(URLParameterTemplate.draft(notes: notes()), at: source.place)
      }
      return share(
        "url.\(name)", .template(URLParameterTemplate.name),
        [.template(URLParameterTemplate.field, name)], for: source)
    case .lookupTable(let table):
      let input = reference(to: table.input)
      return share(table.name, "smm", table.parameters(input: input), for: source)
    case .regexTable(let table):
      let input = reference(to: table.input)
      return share(table.name, "remm", table.parameters(input: input), for: source)
    case .firstOf(let sources):
      // Fields take the candidates one by one; elsewhere several sources are refused.
      return sources.first.map { reference(to: $0) } ?? ""
    }
  }

  /// The constant variable that holds a secret; its value is a placeholder until it is filled in.
  mutating func reference(to secret: Secret, name: String, folder: String?) -> String {
    let variable = VariableDraft(
      name: name, type: .own("c"), parameters: [.template("value", secret.placeholder)],
      folder: folder,
      notes: notes("Put the value of \(secret.name) here; it is kept out of every generated file."))
    share(variable, at: secret.place)
    return "{{\(name)}}"
  }

  private mutating func share(
    _ name: String, _ type: String, _ parameters: [Parameter], for source: Source
  ) -> String {
    share(name, .own(type), parameters, for: source)
  }

  private mutating func share(
    _ name: String, _ type: TypeDraft, _ parameters: [Parameter], for source: Source
  ) -> String {
    let variable = VariableDraft(
      name: name, type: type, parameters: parameters,
      folder: folder(.variables, at: source.place), notes: notes(on: "Reads \(source.shownText)."))
    share(variable, at: source.place)
    return "{{\(name)}}"
  }
}

extension LookupTable {
  /// The variable's parameters; the input is a reference or a text.
  func parameters(input: String) -> [Parameter] {
    Parameter.fallback(fallback) + [.template("input", input), .rows(rows)]
  }
}

extension RegexTable {
  /// The variable's parameters; the input is a reference or a text.
  func parameters(input: String) -> [Parameter] {
    Parameter.fallback(fallback) + [
      .boolean("fullMatch", matchesWhole), .boolean("replaceAfterMatch", false),
      .boolean("ignoreCase", ignoresCase), .template("input", input), .rows(rows),
    ]
  }
}

extension Parameter {
  /// The output of a table where no row fits.
  static func fallback(_ text: String?) -> [Parameter] {
    guard let text else { return [.boolean("setDefaultValue", false)] }
    return [.boolean("setDefaultValue", true), .template("defaultValue", text)]
  }

  /// The rows of a lookup or regex table.
  static func rows(_ rows: [TableRow]) -> Parameter {
    .list("map", rows.map { .map([.template("key", $0.input), .template("value", $0.output)]) })
  }
}
