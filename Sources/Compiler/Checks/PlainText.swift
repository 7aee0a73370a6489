package import TagwrightPlan

// What rules ask about texts; ASCII only, so that no locale and no Unicode version changes an answer.

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Whether it has the form of an ISO 4217 code, in either case.
  var isCurrencyCode: Bool {
    unicodeScalars.count == 3 && unicodeScalars.allSatisfy(\.isASCIILetter)
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isASCIIUppercase: Bool { ("A"..."Z").contains(self) }
  var isASCIILetter: Bool { isASCIIUppercase || ("a"..."z").contains(self) }
}

extension Source {
  /// The last key of its path, or its name; `nil` for what has none.
  var lastName: String? {
    switch kind {
    case .eventData(let path): path.split(separator: ".").last.map(String.init)
    case .cookie(let name), .urlParameter(let name), .requestHeader(let name),
      .queryParameter(let name):
      name
    default: nil
    }
  }

  /// The texts that it gives without looking at a hit: constants and what tables put out.
  var constants: [String] {
    candidates.flatMap { candidate -> [String] in
      switch candidate.kind {
      case .constant(let text): [text]
      case .lookupTable(let table):
        table.rows.map(\.output) + [table.fallback].compactMap(\.self)
      case .regexTable(let table):
        table.rows.map(\.output) + [table.fallback].compactMap(\.self)
      default: []
      }
    }
  }
}

extension Source {
  /// The source as diagnostics name it: `event data 'value'`.
  var shownText: String {
    switch kind {
    case .eventData(let path): "event data '\(path)'"
    case .cookie(let name): "cookie '\(name)'"
    case .urlParameter(let name): "URL parameter '\(name)'"
    case .requestHeader(let name): "header '\(name)'"
    case .queryParameter(let name): "query parameter '\(name)'"
    case .constant(let text): "constant '\(text)'"
    case .variable(let name): "variable '\(name)'"
    case .builtIn(let builtIn): "variable '\(builtIn.name)'"
    case .lookupTable(let table): "table '\(table.name)'"
    case .regexTable(let table): "table '\(table.name)'"
    case .firstOf(let sources): sources.map(\.shownText).joined(separator: ", else ")
    }
  }

  /// The table that it looks up in, of either kind.
  var table: (name: String, rows: [TableRow], fallback: String?)? {
    switch kind {
    case .lookupTable(let table): (table.name, table.rows, table.fallback)
    case .regexTable(let table): (table.name, table.rows, table.fallback)
    default: nil
    }
  }
}

extension MatchKey.Kind {
  /// Its name in a plan: `Email`.
  package var planWord: String {
    switch self {
    case .externalID: "ExternalID"
    case .clickID: "ClickID"
    case .browserID: "BrowserID"
    case .ipAddress: "IPAddress"
    case .locale: "Language"
    default: "\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())"
    }
  }
}
