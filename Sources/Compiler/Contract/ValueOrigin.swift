import CustomTemplate
import TagManager

/// The origin of a value in a tag's field, after all references are followed.
indirect enum ValueOrigin: Hashable, Sendable {
  case text(String)
  case eventData(path: String)
  case dataLayer(key: String)
  case cookie(name: String)
  case urlParameter(name: String)
  /// Custom JavaScript.
  case script(String)
  /// A variable of a custom template, its code and what its fields hold.
  case template(code: String, fields: [ValueOrigin])
  /// The outputs of a table by their inputs, and what is looked up.
  case table(input: ValueOrigin, rows: [String: String])
  case builtIn(String)
  /// What the variables of a text have that is more than one reference.
  case joined([ValueOrigin])
  case unknown
}

extension ContractContainer {
  /// Returns the origin of a field's text.
  func origin(of text: String, depth: Int = 0) -> ValueOrigin {
    let names = VariableReferences.names(in: text)
    guard let name = names.first else { return .text(text) }
    guard depth < 16 else { return .unknown }
    guard text == "{{\(name)}}" else {
      return .joined(names.map { origin(of: "{{\($0)}}", depth: depth + 1) })
    }
    guard let variable = variable(named: name) else {
      return hasBuiltIn(name) ? .builtIn(name) : .unknown
    }
    func value(_ key: String) -> String { variable.parameters[key]?.value ?? "" }
    func inner(_ key: String) -> ValueOrigin { origin(of: value(key), depth: depth + 1) }
    switch variable.type {
    case "c": return inner("value")
    case "ed": return .eventData(path: value("keyPath"))
    case "v": return .dataLayer(key: value("name"))
    case "k", "sgtmk": return .cookie(name: value("name"))
    case "u" where value("component") == "QUERY": return .urlParameter(name: value("queryKey"))
    case "jsm": return .script(value("javascript"))
    case "smm":
      let rows = (variable.parameters["map"]?.list ?? []).map { row in
        (row.map["key"]?.value ?? "", row.map["value"]?.value ?? "")
      }
      return .table(
        input: inner("input"), rows: Dictionary(rows, uniquingKeysWith: { first, _ in first }))
    case let type:
      guard let template = template(ofType: type) else { return .unknown }
      let fields = variable.parameters.compactMap(\.value).map {
        origin(of: $0, depth: depth + 1)
      }
      return .template(code: template.code, fields: fields)
    }
  }
}
