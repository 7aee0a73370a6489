import Diagnostics
import TagManager
import TagwrightPlan

/// Collects the entities of a container; what several places need is made once.
package struct DraftBuilder {
  private(set) var draft: ContainerDraft
  /// Entities of one kind and name that differ.
  private(set) var collisions: [Diagnostic] = []
  /// Whether the template that reads URL parameters is in the container already.
  var hasURLParameterTemplate = false
  private let planName: String
  private var places: [String: [String: SourcePlace?]] = [:]
  private var triggersByName: [String: TriggerDraft] = [:]
  private var templatesByName: [String: String] = [:]
  private var variablesByName: [String: VariableDraft] = [:]

  init(_ container: ServerContainer, planName: String) {
    draft = ContainerDraft(name: container.name, publicID: container.publicID)
    self.planName = planName
  }

  /// The notes of an entity: the author's own, then which plan made it.
  func notes(_ own: String? = nil) -> String {
    let made = "Made by Tagwright from the plan '\(planName)': change the plan, not this."
    return own.map { "\($0)\n\n\(made)" } ?? made
  }

  mutating func add(_ folder: FolderDraft, at place: SourcePlace?) {
    guard isNew(folder.name, kind: "folder", at: place) else { return }
    draft.folders.append(folder)
  }

  mutating func add(_ client: ClientDraft, at place: SourcePlace?) {
    guard isNew(client.name, kind: "client", at: place) else { return }
    draft.clients.append(client)
  }

  mutating func add(_ tag: TagDraft, at place: SourcePlace?) {
    guard isNew(tag.name, kind: "tag", at: place) else { return }
    draft.tags.append(tag)
  }

  mutating func add(_ template: TemplateDraft, at place: SourcePlace?) {
    if let known = templatesByName[template.name], known == template.text { return }
    guard isNew(template.name, kind: "template", at: place) else { return }
    templatesByName[template.name] = template.text
    draft.templates.append(template)
  }

  /// Adds a trigger; the same one again is no collision.
  mutating func add(_ trigger: TriggerDraft, at place: SourcePlace?) {
    if let known = triggersByName[trigger.name], known == trigger { return }
    guard isNew(trigger.name, kind: "trigger", at: place) else { return }
    triggersByName[trigger.name] = trigger
    draft.triggers.append(trigger)
  }

  /// Adds a variable; the same one again is no collision.
  mutating func add(_ variable: VariableDraft, at place: SourcePlace?) {
    if let known = variablesByName[variable.name], known == variable { return }
    guard isNew(variable.name, kind: "variable", at: place) else { return }
    variablesByName[variable.name] = variable
    draft.variables.append(variable)
  }

  /// Enables a built-in variable.
  mutating func enable(_ builtIn: BuiltIn) {
    draft.builtIns.insert(BuiltInDraft(word: builtIn.word, name: builtIn.name))
  }

  private mutating func isNew(_ name: String, kind: String, at place: SourcePlace?) -> Bool {
    guard let first = places[kind]?[name] else {
      places[kind, default: [:]][name] = .some(place)
      return true
    }
    collisions.append(
      Diagnostic(
        .error, rule: "duplicate-name", "\(kind) '\(name)' is declared twice", at: place,
        notes: [
          .init("first declared here", at: first),
          .init("Tag Manager keeps one \(kind) per name; give this one another name"),
        ]))
    return false
  }
}
