import Diagnostics
import TagwrightPlan

/// Entities in Tag Manager's own terms, as far as they can be checked: their types, keys, sources and secrets.
func checkRawEntities(_ container: ResolvedContainer) -> [Diagnostic] {
  container.elements.flatMap { element -> [Diagnostic] in
    switch element.kind {
    case .rawTag(let tag):
      check(.tag, tag.type, tag.parameters, of: tag.name, at: tag.place)
    case .rawVariable(let variable):
      check(.variable, variable.type, variable.parameters, of: variable.name, at: variable.place)
    case .rawClient(let client):
      check(.client, client.type, client.parameters, of: client.name, at: client.place)
    case .rawTrigger(let trigger): checkValues(trigger.parameters)
    case .templateTag(let tag): checkValues(tag.fields)
    case .templateVariable(let variable): checkValues(variable.fields)
    case .templateClient(let client): checkValues(client.fields)
    default: []
    }
  }
}

private enum RawKind: String {
  case tag, variable, client
}

/// Types of web containers, and what a server container has in their place.
private let webTypes: [RawKind: [String: String?]] = [
  .tag: [
    "googtag": "sgtmgaaw", "gaawe": "sgtmgaaw", "gaawc": "sgtmgaaw", "awct": "sgtmadsct",
    "gclidw": "sgtmadscl", "sp": "sgtmadsremarket", "fls": "sgtmfls", "flc": "sgtmflc",
    "html": nil, "img": nil, "ua": nil, "awud": nil,
  ],
  .variable: [
    "v": "ed", "k": "sgtmk", "u": nil, "jsm": nil, "j": nil, "d": nil, "e": nil, "f": nil,
    "aev": nil, "gtes": nil, "gtcs": nil, "awec": nil, "vis": nil,
  ],
  .client: [:],
]

private func check(
  _ kind: RawKind, _ type: String, _ parameters: [RawParameter], of name: String,
  at place: SourcePlace
) -> [Diagnostic] {
  var diagnostics = checkKeys(parameters, of: name) + checkValues(parameters)
  if type.isEmpty {
    diagnostics.append(
      .error("unknown-type", "\(kind.rawValue) '\(name)' has no type", at: place, "name one"))
  } else if type.hasPrefix("cvt_") {
    diagnostics.append(
      .error(
        "unknown-type", "\(kind.rawValue) '\(name)' is made from a template that is not here",
        at: place, "an import needs the template too: declare it from its .tpl file"))
  } else if let server = webTypes[kind]?[type] {
    diagnostics.append(
      .error(
        "unknown-type", "server containers have no \(kind.rawValue) of type '\(type)'", at: place,
        server.map { "it belongs to web containers; here it is '\($0)'" }
          ?? "it belongs to web containers"))
  }
  return diagnostics
}

/// No key stands twice in one entity, nor in one row of a table.
func checkKeys(_ parameters: [RawParameter], of name: String) -> [Diagnostic] {
  var keys: Set<String> = []
  var diagnostics: [Diagnostic] = []
  for parameter in parameters {
    if !keys.insert(parameter.key).inserted {
      diagnostics.append(
        .error(
          "repeated-key", "'\(name)' has '\(parameter.key)' twice", at: parameter.place,
          "leave one of them"))
    }
    if parameter.key.isEmpty {
      diagnostics.append(
        .error("empty-name", "a parameter of '\(name)' has no key", at: parameter.place))
    }
    if case .table(let rows) = parameter.value {
      diagnostics += rows.flatMap { checkKeys($0, of: parameter.key) }
    }
  }
  return diagnostics
}

/// Sources and secrets of parameters, in tables too.
private func checkValues(_ parameters: [RawParameter]) -> [Diagnostic] {
  parameters.flatMap { parameter -> [Diagnostic] in
    switch parameter.value {
    case .source(let source): checkVariables([source])
    case .secret(let secret): checkSecret(secret)
    case .table(let rows): rows.flatMap(checkValues)
    case .text, .boolean, .integer: []
    }
  }
}

/// A secret is named, never written out; what is no name of an environment variable may be the value itself,
/// so it is not shown.
func checkSecret(_ secret: Secret) -> [Diagnostic] {
  let isName = secret.name.utf8.enumerated().allSatisfy { index, byte in
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || byte == UInt8(ascii: "_")
      || (index > 0 && UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
  }
  if isName, !secret.name.isEmpty { return [] }
  return [
    .error(
      "secret-name", "a secret is not named like an environment variable", at: secret.place,
      "name it in capitals, such as 'TIKTOK_ACCESS_TOKEN'; its value stands in the environment only"
    )
  ]
}
