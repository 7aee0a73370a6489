package import TagManager

/// An entity in the form in which it is compared.
package struct NormalEntity: Sendable {
  /// The kind of the entity.
  package let kind: EntityKind
  /// Its name; for a built-in variable the one that Tag Manager shows, for a Google tag setting its type.
  package let name: String
  /// Its members, by name; without ids.
  package let members: [NormalValue.Entry]
  /// The text of a template.
  package let templateText: String?

  /// The value of a member.
  package subscript(member: String) -> NormalValue? { members[member] }

  /// The value of a parameter.
  package func parameter(_ key: String) -> NormalValue? { self["parameter"]?[key] }

  /// Its parameters, by key.
  package var parameters: [NormalValue.Entry] {
    if case .record(let entries)? = self["parameter"] { entries } else { [] }
  }

  /// The type of the entity in Tag Manager's words, or the name of its template.
  package var typeName: String? {
    switch self["type"] {
    case .text(let type)?, .typed(_, .text(let type))?: type
    default: nil
    }
  }

  /// The name of the template that it is made with.
  package var templateName: String? {
    if case .typed(Normaliser.templateWord, .text(let name))? = self["type"] { name } else { nil }
  }
}
