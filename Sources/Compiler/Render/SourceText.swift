import TagwrightPlan

extension Source {
  /// The source in words, as it stands in the plan.
  var shownText: String {
    switch kind {
    case .eventData(let path): "event data \(path)"
    case .cookie(let name): "cookie \(name)"
    case .urlParameter(let name): "URL parameter \(name)"
    case .requestHeader(let name): "header \(name)"
    case .queryParameter(let name): "query parameter \(name)"
    case .constant(let text): "'\(text)'"
    case .variable(let name): "{{\(name)}}"
    case .builtIn(let builtIn): "{{\(builtIn.name)}}"
    case .lookupTable(let table): "lookup table \(table.name)"
    case .regexTable(let table): "regex table \(table.name)"
    case .firstOf(let sources): sources.map(\.shownText).joined(separator: ", else ")
    }
  }
}

extension Condition {
  /// The condition in words.
  var shownText: String {
    let word =
      switch comparison {
      case .equals: "is"
      case .contains: "contains"
      case .startsWith: "starts with"
      case .endsWith: "ends with"
      case .matchesRegex: "matches"
      case .greater: ">"
      case .greaterOrEquals: "≥"
      case .less: "<"
      case .lessOrEquals: "≤"
      case .cssSelector: "is selected by"
      case .urlMatches: "is a URL like"
      }
    return "\(isNegated ? "not: " : "")\(source.shownText) \(word) \(value)"
  }
}

extension Consent {
  /// The policy in words.
  var shownText: String {
    switch kind {
    case .waived(let reason): "waived: \(reason)"
    case .required(let types, let whenMissing):
      types.map(\.rawValue).joined(separator: " and ")
        + (whenMissing == .granted ? ", granted without a signal" : "")
    }
  }
}
