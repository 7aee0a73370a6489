import Diagnostics
import TagwrightPlan

/// Sources that no variable of Tag Manager can stand for.
func checkVariables(_ sources: [Source]) -> [Diagnostic] {
  sources.flatMap { source -> [Diagnostic] in
    guard case .firstOf = source.kind else { return check(source) }
    return [
      .error(
        "first-of-in-variable", "no single variable can stand for several sources",
        at: source.place, "name one source here; 'firstOf' works in the fields of a destination")
    ]
  }
}

/// The same for the fields of a destination, which take several sources one by one.
func checkFields(_ sources: [Source]) -> [Diagnostic] {
  sources.flatMap { source -> [Diagnostic] in
    guard source.candidates.isEmpty else { return source.candidates.flatMap(check) }
    return [
      .error(
        "empty-first-of", "'firstOf' names no source", at: source.place, "name one or more")
    ]
  }
}

private func check(_ source: Source) -> [Diagnostic] {
  switch source.kind {
  case .constant(let text) where text.contains("{{"):
    [
      .error(
        "reference-in-constant", "constant '\(text)' would be read as a variable reference",
        at: source.place, "use '.variable(\"…\")' to refer to a variable")
    ]
  case .eventData(let path): check(path: path, at: source.place)
  case .cookie(let name): check("cookie", name, at: source.place)
  case .urlParameter(let name): check("URL parameter", name, at: source.place)
  case .requestHeader(let name): check("request header", name, at: source.place)
  case .queryParameter(let name): check("query parameter", name, at: source.place)
  case .lookupTable(let table):
    checkTable(table.name, table.rows, table.fallback, at: source.place)
      + repeatedInputs(table, at: source.place) + checkVariables([table.input])
  case .regexTable(let table):
    checkTable(table.name, table.rows, table.fallback, at: source.place)
      + table.rows.flatMap { checkPattern($0.input, at: source.place) }
      + checkVariables([table.input])
  case .constant, .variable, .builtIn, .firstOf: []
  }
}

private func check(path: String, at place: SourcePlace) -> [Diagnostic] {
  let keys = path.split(separator: ".", omittingEmptySubsequences: false)
  if !keys.contains(where: \.isEmpty), !path.contains("["), !path.contains("]") { return [] }
  let mended = path.split { ".[]".contains($0) }.joined(separator: ".")
  return [
    .error(
      "event-data-path", "'\(path)' is no path of the event data", at: place,
      mended.isEmpty
        ? "name a key, such as 'value'"
        : "write keys and indexes with one dot between: '\(mended)'")
  ]
}

private func check(_ kind: String, _ name: String, at place: SourcePlace) -> [Diagnostic] {
  guard name.allSatisfy(\.isWhitespace) else { return [] }
  return [.error("empty-name", "a \(kind) has no name", at: place, "name what is read")]
}

/// Text in a table is text: with double braces Tag Manager would take it for a variable.
private func checkTable(
  _ name: String, _ rows: [TableRow], _ fallback: String?, at place: SourcePlace
) -> [Diagnostic] {
  if rows.isEmpty {
    return [.error("empty-table", "table '\(name)' has no row", at: place, "add one or more")]
  }
  let texts = rows.flatMap { [$0.input, $0.output] } + [fallback].compactMap(\.self)
  return texts.filter { $0.contains("{{") }.map { text in
    .error(
      "reference-in-constant",
      "'\(text)' in table '\(name)' would be read as a variable reference", at: place,
      "declare a RawVariable to refer to variables inside a table")
  }
}

private func repeatedInputs(_ table: LookupTable, at place: SourcePlace) -> [Diagnostic] {
  var inputs: Set<String> = []
  return table.rows.filter { !inputs.insert($0.input).inserted }.map { row in
    .error(
      "repeated-row", "table '\(table.name)' has two rows for '\(row.input)'", at: place,
      "leave one of them")
  }
}
