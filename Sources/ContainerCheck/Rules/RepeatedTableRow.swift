import Diagnostics
import TagManager

extension ContainerRule {
  /// A table takes the first row that fits.
  static let repeatedTableRow = ContainerRule(
    "repeated-table-row", .warning, "a table has two rows for one input, or a row without one",
    documentation: """
      A Lookup Table or RegEx Table takes the first row that fits its input: a second row for the same input is never taken.
      Of two inputs that differ by blanks alone, one is a slip: a table compares them, too, and the blanks are hard to see.
      A row without an input fits only where there is none in a Lookup Table, and everything in a RegEx Table; the value for
      anything else is the default value.
      """,
    wrong: """
      {"variable": [{"variableId": "1", "name": "Currency", "type": "smm",
        "parameter": [{"type": "TEMPLATE", "key": "input", "value": "{{Shop}}"},
          {"type": "LIST", "key": "map", "list": [
            {"type": "MAP", "map": [{"type": "TEMPLATE", "key": "key", "value": "de"},
              {"type": "TEMPLATE", "key": "value", "value": "EUR"}]},
            {"type": "MAP", "map": [{"type": "TEMPLATE", "key": "key", "value": "de"},
              {"type": "TEMPLATE", "key": "value", "value": "CHF"}]}]}]},
        {"variableId": "2", "name": "Shop", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "de"}]}]}
      """,
    right: """
      {"variable": [{"variableId": "1", "name": "Currency", "type": "smm",
        "parameter": [{"type": "TEMPLATE", "key": "input", "value": "{{Shop}}"},
          {"type": "LIST", "key": "map", "list": [
            {"type": "MAP", "map": [{"type": "TEMPLATE", "key": "key", "value": "de"},
              {"type": "TEMPLATE", "key": "value", "value": "EUR"}]},
            {"type": "MAP", "map": [{"type": "TEMPLATE", "key": "key", "value": "ch"},
              {"type": "TEMPLATE", "key": "value", "value": "CHF"}]}]}]},
        {"variableId": "2", "name": "Shop", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "de"}]}]}
      """
  ) { container in
    container.all(.variable).flatMap { entity -> [Breach] in
      guard entity.type == "smm" || entity.type == "remm" else { return [] }
      let rows = entity.parameterLists.first?["map"]?.list ?? []
      var inputs: [String: String] = [:]
      return rows.compactMap { row in
        let input = row.map["key"]?.value ?? ""
        if input.isEmpty {
          return Breach(
            entity, "has a row without an input",
            mend: "fill in its 'key', or write its value as 'defaultValue'")
        }
        let plain = input.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let first = inputs.updateValue(input, forKey: plain) else { return nil }
        if first == input {
          return Breach(
            entity, "has two rows for '\(input)', of which the first is taken",
            mend: "leave one of them")
        }
        return Breach(
          entity, "has rows for '\(first)' and '\(input)', which differ by blanks alone",
          mend: "leave one of them, with the blanks that the values have")
      }
    }
  }
}
