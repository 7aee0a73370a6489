import CustomTemplate
import Diagnostics
import TagwrightPlan

// What several rules look at: tags with their triggers, and what is made from template files.

extension ResolvedContainer {
  /// A tag with triggers of its own.
  struct TagUse {
    let name: String
    let settings: TagSettings
    let place: SourcePlace
  }

  /// The tags in Tag Manager's own terms and those of template files.
  var tagSettings: [TagUse] {
    elements.compactMap { element in
      switch element.kind {
      case .rawTag(let tag): TagUse(name: tag.name, settings: tag.settings, place: tag.place)
      case .templateTag(let tag): TagUse(name: tag.name, settings: tag.settings, place: tag.place)
      default: nil
      }
    }
  }

  /// Something that is made from a template file.
  struct TemplateUse {
    let name: String
    let fields: [RawParameter]
    let file: Template
    let kind: CustomTemplate.Kind
    let place: SourcePlace
  }

  /// The tags, variables and clients that are made from template files.
  var templateUses: [TemplateUse] {
    elements.compactMap { element in
      switch element.kind {
      case .templateTag(let tag):
        TemplateUse(
          name: tag.name, fields: tag.fields, file: tag.template, kind: .tag, place: tag.place)
      case .templateVariable(let variable):
        TemplateUse(
          name: variable.name, fields: variable.fields, file: variable.template, kind: .variable,
          place: variable.place)
      case .templateClient(let client):
        TemplateUse(
          name: client.name, fields: client.fields, file: client.template, kind: .client,
          place: client.place)
      default: nil
      }
    }
  }

  /// The triggers in Tag Manager's own terms.
  var rawTriggers: [RawTrigger] {
    elements.compactMap { if case .rawTrigger(let trigger) = $0.kind { trigger } else { nil } }
  }

  /// A tag, variable or client in Tag Manager's own terms.
  struct RawType {
    enum Kind: String {
      case tag, variable, client
    }

    let kind: Kind
    let type: String
    let name: String
    let place: SourcePlace
  }

  /// The types of what is declared in Tag Manager's own terms.
  var rawTypes: [RawType] {
    elements.compactMap { element in
      switch element.kind {
      case .rawTag(let tag):
        tag.type.word.map { RawType(kind: .tag, type: $0, name: tag.name, place: tag.place) }
      case .rawVariable(let variable):
        variable.type.word.map {
          RawType(kind: .variable, type: $0, name: variable.name, place: variable.place)
        }
      case .rawClient(let client):
        client.type.word.map {
          RawType(kind: .client, type: $0, name: client.name, place: client.place)
        }
      default: nil
      }
    }
  }
}

extension LoweredContainer {
  /// Returns the place where an entity was declared.
  func place(of kind: EntityKey.Kind, _ name: String) -> SourcePlace? {
    places[EntityKey(kind: kind, name: name)]
  }
}
