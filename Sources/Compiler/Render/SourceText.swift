import TagwrightPlan

extension Source {
  /// The source in Markdown: `event data` and the path as code.
  var markdown: String {
    switch kind {
    case .eventData(let path): "event data \(MarkdownText.code(path))"
    case .cookie(let name): "cookie \(MarkdownText.code(name))"
    case .urlParameter(let name): "URL parameter \(MarkdownText.code(name))"
    case .requestHeader(let name): "header \(MarkdownText.code(name))"
    case .queryParameter(let name): "query parameter \(MarkdownText.code(name))"
    case .constant(let text): "always \(MarkdownText.code(text))"
    case .variable(let name): "variable \(MarkdownText.code(name))"
    case .builtIn(let builtIn): "variable \(MarkdownText.code(builtIn.name))"
    case .lookupTable(let table):
      "table \(MarkdownText.code(table.name)) of \(table.input.markdown)"
    case .regexTable(let table): "table \(MarkdownText.code(table.name)) of \(table.input.markdown)"
    case .firstOf(let sources): sources.markdown
    }
  }

  /// The sources that have to come with a hit for this one to have a value: tables stand for their
  /// inputs, constants for nothing.
  var inputs: [Source] {
    switch kind {
    case .eventData, .cookie, .urlParameter, .requestHeader, .queryParameter: [self]
    case .lookupTable(let table): table.input.inputs
    case .regexTable(let table): table.input.inputs
    case .firstOf(let sources): sources.flatMap(\.inputs)
    case .constant, .variable, .builtIn: []
    }
  }
}

extension Sequence<Source> {
  /// The sources in the order in which they are asked.
  var markdown: String { map(\.markdown).joined(separator: ", else ") }
}

extension [Condition] {
  /// The conditions in Markdown; all have to hold.
  var markdown: String { map { $0.markdown(inside: .all) }.joined(separator: " and ") }
}

extension Condition {
  fileprivate enum Junction { case all, any }

  /// The condition in Markdown, in parentheses where its words would be read otherwise.
  fileprivate func markdown(inside outer: Junction) -> String {
    switch kind {
    case .comparison(let comparison): comparison.markdown
    case .all(let conditions): Self.markdown(conditions, .all, inside: outer)
    case .any(let conditions): Self.markdown(conditions, .any, inside: outer)
    }
  }

  private static func markdown(
    _ conditions: [Condition], _ junction: Junction, inside outer: Junction
  ) -> String {
    let text = conditions.map { $0.markdown(inside: junction) }
      .joined(separator: junction == .all ? " and " : " or ")
    return conditions.count > 1 && junction != outer ? "(\(text))" : text
  }
}

extension Comparison {
  /// The comparison in Markdown.
  fileprivate var markdown: String {
    let word =
      switch (operation, isNegated) {
      case (.equals, false): "is"
      case (.equals, true): "is not"
      case (.contains, false): "contains"
      case (.contains, true): "does not contain"
      case (.startsWith, false): "starts with"
      case (.startsWith, true): "does not start with"
      case (.endsWith, false): "ends with"
      case (.endsWith, true): "does not end with"
      case (.matchesRegex, false): "matches"
      case (.matchesRegex, true): "does not match"
      case (.greater, false): "is greater than"
      case (.greater, true): "is not greater than"
      case (.greaterOrEquals, false): "is at least"
      case (.greaterOrEquals, true): "is not at least"
      case (.less, false): "is less than"
      case (.less, true): "is not less than"
      case (.lessOrEquals, false): "is at most"
      case (.lessOrEquals, true): "is not at most"
      case (.cssSelector, false): "is selected by"
      case (.cssSelector, true): "is not selected by"
      case (.urlMatches, false): "is a URL like"
      case (.urlMatches, true): "is not a URL like"
      }
    return "\(source.markdown) \(word) \(MarkdownText.code(value))"
      + (ignoresCase ? " in any case" : "")
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

  /// The policy in a sentence.
  var markdown: String {
    switch kind {
    case .waived(let reason): "waived: \(MarkdownText.escaped(reason))"
    case .required(let types, let whenMissing):
      types.map { MarkdownText.code($0.rawValue) }.joined(separator: " and ")
        + (whenMissing == .granted
          ? "; a hit without any signal counts as granted"
          : "; a hit without any signal counts as refused")
    }
  }
}
