import CustomTemplate
import Diagnostics
import JSONText
import TagwrightPlan

/// The fields of something that is made from a template file, or the cells of one row of its tables.
struct FieldUse {
  /// The name of the tag, variable or client.
  let entity: String
  let place: SourcePlace
  /// The declaration that the fields belong to: `template 'Badge'`, `table 'rows'`.
  let owner: String
  let given: [RawParameter]
  let filled: FilledFields
}

extension ResolvedContainer {
  /// The fields of everything that is made from a usable template of the right kind.
  var fieldUses: [FieldUse] {
    templateUses.flatMap { use -> [FieldUse] in
      guard let template = templates[use.file.resolvedPath]?.template,
        template.info.kind == use.kind, template.side == .server
      else { return [] }
      let whole = FieldUse(
        entity: use.name, place: use.place, owner: "template '\(template.info.displayName)'",
        given: use.fields, filled: FilledFields(template.fields, given: use.fields))
      return [whole] + whole.rows
    }
  }
}

extension FieldUse {
  /// The rows of tables, whose cells are fields too.
  fileprivate var rows: [FieldUse] {
    filled.fields.flatMap { field -> [FieldUse] in
      guard case .table(let rows) = field.given?.value,
        field.field.expectation(against: .table(rows)) == nil
      else { return [] }
      return rows.flatMap { row in
        let cells = FieldUse(
          entity: entity, place: place, owner: "table '\(field.field.name)'", given: row,
          filled: FilledFields(field.field.columns, given: row))
        return [cells] + cells.rows
      }
    }
  }

  /// A value that is not a choice of its field.
  struct ChoiceProblem {
    let field: TemplateField
    let given: RawParameter
    let choices: [String]
  }

  /// The values that are not choices of their fields.
  var choiceProblems: [ChoiceProblem] {
    filled.fields.compactMap { filled in
      guard let given = filled.given, let choices = filled.field.choiceTexts,
        filled.field.expectation(against: given.value) == nil, given.value.isLiteral,
        !given.value.isEmpty, !choices.contains(given.value.text),
        !(filled.field.acceptsVariables && given.value.text.contains("{{"))
      else { return nil }
      return ChoiceProblem(field: filled.field, given: given, choices: choices)
    }
  }

  /// A value that its field does not take.
  struct ValueProblem {
    let field: TemplateField
    let given: RawParameter
    /// The kind of value that the field takes, in words.
    let expected: String
    let mend: String
  }

  /// The values that their fields do not take, by their kind or by a rule of the template.
  var valueProblems: [ValueProblem] {
    let refused = Set(choiceProblems.map(\.field.name))
    return filled.fields.flatMap { filled -> [ValueProblem] in
      guard let given = filled.given, !(filled.isMissing && filled.isShown) else { return [] }
      if let expected = filled.field.expectation(against: given.value) {
        return [
          ValueProblem(
            field: filled.field, given: given, expected: expected,
            mend: "change the value, or how it is given")
        ]
      }
      guard !given.value.isEmpty, !refused.contains(filled.field.name) else { return [] }
      return filled.field.validators.compactMap { $0.refusal(of: given.value) }.map { expected in
        ValueProblem(
          field: filled.field, given: given, expected: expected,
          mend: "the template requires it, and an import fails with another value")
      }
    }
  }
}

extension FilledFields.Field {
  /// Whether the template requires a value, and there is none.
  var isMissing: Bool {
    let isEmpty = given.map(\.value.isEmpty) ?? (field.defaultValue?.holdsNothing ?? true)
    return isEmpty && field.isRequired
  }
}

extension JSON {
  /// Whether a default leaves the field empty.
  fileprivate var holdsNothing: Bool { array.map(\.isEmpty) ?? fieldText.map(\.isEmpty) ?? true }
}
