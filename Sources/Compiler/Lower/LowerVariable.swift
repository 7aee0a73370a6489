package import TagManager
package import TagwrightPlan

extension DraftBuilder {
  /// A variable with a name of its own.
  mutating func lower(_ variable: TagwrightPlan.Variable, folder: String?) {
    let parameters = variable.value.parameters
    for name in parameters.flatMap(\.variableNames) {
      refer(toVariable: name, at: variable.place)
    }
    add(
      VariableDraft(
        name: variable.name, type: .own(variable.value.type), parameters: parameters,
        folder: folder, notes: declaredNotes(variable.notes)), at: variable.place)
  }
}

extension VariableValue {
  /// The word of container exports, such as `ed`.
  package var type: String {
    switch kind {
    case .eventData: "ed"
    case .cookie: "sgtmk"
    case .requestHeader: "rh"
    case .queryParameter: "qp"
    case .dataLayer: "v"
    case .constant, .secret: "c"
    case .lookupTable: "smm"
    case .regexTable: "remm"
    }
  }

  /// The variable's parameters.
  package var parameters: [Parameter] {
    switch kind {
    case .eventData(let path, let fallback):
      Parameter.fallback(fallback) + [.template("keyPath", path)]
    case .cookie(let name, let isDecoded):
      [.boolean("decodeCookie", isDecoded), .template("name", name)]
    case .requestHeader(let name): [.template("headerName", name)]
    case .queryParameter(let name): [.template("queryParamName", name)]
    case .dataLayer(let path, let version, let fallback):
      [.integer("dataLayerVersion", version)] + Parameter.fallback(fallback)
        + [.template("name", path)]
    case .constant(let text): [.template("value", text)]
    case .secret(let secret): [.template("value", secret.placeholder)]
    case .lookupTable(let input, let rows, let fallback):
      Parameter.fallback(fallback) + [.template("input", input), .rows(rows)]
    case .regexTable(
      let input, let rows, let fallback, let ignoresCase, let matchesWhole, let replaces):
      Parameter.fallback(fallback) + [
        .boolean("fullMatch", matchesWhole), .boolean("replaceAfterMatch", replaces),
        .boolean("ignoreCase", ignoresCase), .template("input", input), .rows(rows),
      ]
    }
  }
}
