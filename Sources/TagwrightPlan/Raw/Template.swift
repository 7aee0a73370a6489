package import Diagnostics

/// A custom template from a `.tpl` file: one from the gallery, or one of your own.
public struct Template: Sendable {
  package let path: String
  package let place: SourcePlace

  /// Names a file, relative to the folder of the Swift file that names it.
  public init(_ path: String, file: StaticString = #filePath, line: UInt = #line) {
    self.path = path
    place = TagwrightPlan.place(file, line)
  }
}

/// A tag of a template file; its fields are checked against the template.
public struct TemplateTag: Sendable {
  package let name: String
  package let template: Template
  package let fields: [RawParameter]
  package let settings: TagSettings
  package let place: SourcePlace

  /// Declares a tag.
  public init(
    _ name: String, template: Template, fields: [RawParameter] = [],
    firing triggers: [TriggerReference], blocking blockingTriggers: [TriggerReference] = [],
    priority: Int? = nil, isPaused: Bool = false, notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.template = template
    self.fields = fields
    settings = TagSettings(
      triggers: triggers, blockingTriggers: blockingTriggers, priority: priority,
      isPaused: isPaused, notes: notes)
    place = TagwrightPlan.place(file, line)
  }
}

/// A variable of a template file; its fields are checked against the template.
public struct TemplateVariable: Sendable {
  package let name: String
  package let template: Template
  package let fields: [RawParameter]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a variable.
  public init(
    _ name: String, template: Template, fields: [RawParameter] = [], notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.template = template
    self.fields = fields
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// A client of a template file; its fields are checked against the template.
public struct TemplateClient: Sendable {
  package let name: String
  package let template: Template
  package let fields: [RawParameter]
  package let priority: Int
  package let place: SourcePlace

  /// Declares a client.
  public init(
    _ name: String, template: Template, fields: [RawParameter] = [], priority: Int = 0,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.template = template
    self.fields = fields
    self.priority = priority
    place = TagwrightPlan.place(file, line)
  }
}
