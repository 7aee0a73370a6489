/// A custom template of Google Tag Manager: what a `.tpl` file, and `templateData` in a container, say.
package struct CustomTemplate: Hashable, Sendable {
  /// The kinds of entity that a template becomes in a container.
  package enum Kind: String, Sendable, CaseIterable {
    case tag = "TAG"
    /// A variable; the file calls it by its old name.
    case variable = "MACRO"
    case client = "CLIENT"
  }

  /// The kind of container that the template runs in.
  package enum Side: String, Sendable, CaseIterable {
    case server = "SERVER"
    case web = "WEB"
  }

  /// The text of `___TERMS_OF_SERVICE___`; `nil` where there is no such section.
  package var termsOfService: String?
  /// `___INFO___`: what the template is called and which container takes it.
  package var info: TemplateInfo
  /// `___TEMPLATE_PARAMETERS___`: what a user fills in.
  package var fields: [TemplateField]
  /// The container whose code section the template has.
  package var side: Side
  /// The sandboxed JavaScript; its lines end in LF.
  package var code: String
  /// The permissions of the code; none at all leaves the section out, as Google Tag Manager does.
  package var permissions: [TemplatePermission]
  /// `___TESTS___`; `nil` where there is no such section.
  package var tests: TemplateTests?
  /// The text of `___NOTES___`; `nil` where there is no such section.
  package var notes: String?
  /// Sections that the format is not known to have, kept as they were; written last.
  package var unknownSections: [UnknownSection]

  /// A section whose name the format is not known to have.
  package struct UnknownSection: Hashable, Sendable {
    /// The name without its underscores.
    package let name: String
    /// The text, without the blank lines around it.
    package let text: String

    /// Names a section and gives its text.
    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Takes all parts as they are.
  package init(
    termsOfService: String? = nil, info: TemplateInfo, fields: [TemplateField], side: Side,
    code: String, permissions: [TemplatePermission], tests: TemplateTests?, notes: String?,
    unknownSections: [UnknownSection] = []
  ) {
    self.termsOfService = termsOfService
    self.info = info
    self.fields = fields
    self.side = side
    self.code = code
    self.permissions = permissions
    self.tests = tests
    self.notes = notes
    self.unknownSections = unknownSections
  }

  /// Makes a new template, with the identity that Google Tag Manager gives to one that is not yet in a container.
  package init(
    kind: Kind, side: Side = .server, displayName: String, description: String,
    categories: [String] = [], brand: TemplateBrand? = nil, fields: [TemplateField] = [],
    code: String, permissions: [TemplatePermission] = [], scenarios: [TemplateScenario] = [],
    setup: String? = nil, notes: String = ""
  ) {
    self.init(
      info: TemplateInfo(
        kind: kind, side: side, displayName: displayName, description: description,
        categories: categories, brand: brand),
      fields: fields, side: side, code: code, permissions: permissions,
      tests: TemplateTests(scenarios: scenarios, setup: setup), notes: notes)
  }

  /// The scenarios, in their order; none where there is no `___TESTS___` section.
  package var scenarios: [TemplateScenario] { tests?.scenarios ?? [] }

  /// The code that runs before each scenario.
  package var setup: String? { tests?.setup }
}
