/// A row of a lookup or regex table.
package struct TableRow: Hashable, Sendable {
  package let input: String
  package let output: String

  package init(input: String, output: String) {
    self.input = input
    self.output = output
  }
}

/// A Lookup Table variable: text in, text out.
package struct LookupTable: Hashable, Sendable {
  package let name: String
  package let input: Source
  package let rows: [TableRow]
  package let fallback: String?

  package init(name: String, input: Source, rows: [TableRow], fallback: String?) {
    self.name = name
    self.input = input
    self.rows = rows
    self.fallback = fallback
  }
}

/// A RegEx Table variable: the first pattern that fits decides.
package struct RegexTable: Hashable, Sendable {
  package let name: String
  package let input: Source
  package let rows: [TableRow]
  package let fallback: String?
  package let ignoresCase: Bool
  package let matchesWhole: Bool

  package init(
    name: String, input: Source, rows: [TableRow], fallback: String?, ignoresCase: Bool,
    matchesWhole: Bool
  ) {
    self.name = name
    self.input = input
    self.rows = rows
    self.fallback = fallback
    self.ignoresCase = ignoresCase
    self.matchesWhole = matchesWhole
  }
}
