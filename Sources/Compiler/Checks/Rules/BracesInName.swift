import Diagnostics
import TagManager
import TagwrightPlan

extension Rule {
  /// A name between double braces holds no braces.
  static let bracesInName = Rule(
    error: "braces-in-name",
    "a variable's name, or what a source reads, has braces",
    documentation: """
      Tags refer to a variable as '{{Name}}'. A name with braces in it ends too early, and nothing can refer to it. A
      source takes a name without braces: '.eventData("phone")' reads a parameter, '.variable("DLV - phone")' a variable.
      """,
    wrong: .container(
      """
      RawVariable("{Shop}", type: "c", parameters: [.text("value", "EU")])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      """),
    check: .lowered { container in
      let sources = container.resolved.declared.sources.compactMap { $0.value.source.braces }
      let places = Set(sources.map(\.place))
      return sources
        + container.problems.compactMap { problem in
          // A source's variable is named after what it reads.
          guard case .braces(let name, let place) = problem, !places.contains(place) else {
            return nil
          }
          return Finding(
            "nothing can refer to the variable '\(name)'", at: place,
            mend: "a name between double braces holds no braces itself")
        }
    })
}

extension Source {
  /// A finding about braces in the name that the source reads.
  fileprivate var braces: Finding? {
    let (name, word): (String, String)
    switch kind {
    case .eventData(let text): (name, word) = (text, "eventData")
    case .cookie(let text): (name, word) = (text, "cookie")
    case .urlParameter(let text): (name, word) = (text, "urlParameter")
    case .requestHeader(let text): (name, word) = (text, "requestHeader")
    case .queryParameter(let text): (name, word) = (text, "queryParameter")
    case .variable(let text): (name, word) = (text, "variable")
    default: return nil
    }
    guard name.contains("{") || name.contains("}") else { return nil }
    let variable =
      VariableReferences.names(in: name).first ?? name.filter { $0 != "{" && $0 != "}" }
    // Names such as 'DLV - phone' end with what they read.
    let parameter = variable.split(separator: " ").last ?? "value"
    return Finding(
      "'.\(word)' takes a name without braces, not '\(name)'", at: place,
      mend: word == "variable"
        ? "write '.variable(\"\(variable)\")'"
        : "write '.\(word)(\"\(parameter)\")'; a variable is '.variable(\"\(variable)\")'")
  }
}
