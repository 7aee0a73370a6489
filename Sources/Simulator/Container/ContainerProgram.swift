package import CustomTemplate
import Parallel
import SandboxedJS
package import TagManager

/// A compiled container, a server's to meet hits or a browser's to meet pushes: everything that its entities refer to has become a number, and the code
/// of its templates is compiled.
///
/// It and its parts are classes, because every hit hands them on many times.
package final class ContainerProgram: Sendable {
  /// The reason a container cannot be simulated.
  package struct Refusal: Error, Hashable, Sendable {
    /// The problem, lower case, without a full stop.
    package let message: String
  }

  let tags: [TagProgram]
  let triggers: [TriggerProgram]
  let variables: [VariableProgram]
  /// The places of the variables whose values may depend on what an event says of consent.
  let consentVariables: [Int]
  let templates: [TemplateProgram]
  let transformations: [TransformationProgram]
  /// In the order in which they are asked.
  let clients: [ClientProgram]
  /// The container's public id and the number of its version.
  package let publicID: String
  let versionNumber: String
  /// The order of the tags where all priorities are constant.
  let order: TagOrder
  let hasVaryingPriority: Bool
  /// The parts of the container that are not right or not simulated, a line each.
  package var notes: [String] { ContainerNotes.faults(of: version, on: side) + limits }
  /// The parts of the container that are not simulated, a line each.
  private let limits: [String]
  private let version: ContainerVersion
  /// The host at which it runs, in lower case; `nil` where nothing or several are said.
  package let host: String?
  /// The types of consent on which something in it can depend.
  let consentTypes: Set<String>
  /// The side on which it runs.
  package let side: CustomTemplate.Side

  /// Makes a container ready.
  ///
  /// - Parameter side: where it has to run.
  /// - Throws: if it is a container for something else.
  package convenience init(
    _ version: ContainerVersion, for side: CustomTemplate.Side = .server
  ) throws(Refusal) {
    if let context = version.container?.usageContexts.first, context.rawValue != side.rawValue {
      let wanted = side == .server ? "a server" : "web pages"
      throw Refusal(
        message: "the container is for '\(context.rawValue.lowercased())', not for \(wanted)")
    }
    self.init(
      version, for: side,
      templates: version.customTemplates.mapConcurrently { TemplateProgram.of($0, for: side) })
  }

  /// The same container, compiled anew for a thread that shares nothing of it with others: they would wait for each
  /// other at every object that both of them count.
  package func copy() -> ContainerProgram {
    ContainerProgram(version, for: side, templates: templates.map(TemplateProgram.init(copying:)))
  }

  private init(
    _ version: ContainerVersion, for side: CustomTemplate.Side, templates: [TemplateProgram]
  ) {
    self.side = side
    self.version = version
    self.templates = templates
    publicID = version.container?.publicID ?? "GTM-XXXXXXX"
    let hosts = Set((version.container?.taggingServerURLs ?? []).map { WebURL($0)?.hostname ?? $0 })
    host = hosts.count == 1 ? hosts.first : nil
    versionNumber = version.containerVersionID ?? "0"
    var slots = VariableSlots()
    consentTypes = version.consentTypes(code: templates.compactMap(\.template?.code))
    var types: [String: Int] = [:]
    for (index, entity) in version.customTemplates.enumerated() {
      for type in entity.entityTypes { types[type.text] = types[type.text] ?? index }
    }
    var clients: [ClientProgram] = []
    for client in version.clients {
      clients.append(ClientProgram(client, templates: types, &slots))
    }
    self.clients =
      clients.isEmpty
      ? [.standIn]
      : clients.indices.sorted {
        (-clients[$0].priority, $0) < (-clients[$1].priority, $1)
      }.map { clients[$0] }
    var triggers: [TriggerProgram] = []
    for trigger in version.triggers { triggers.append(TriggerProgram(trigger, &slots)) }
    let reserved = side == .web ? TriggerProgram.ofPages(&slots) : []
    self.triggers = triggers + reserved.map(\.program)
    var transformations: [TransformationProgram] = []
    for one in version.transformations {
      transformations.append(TransformationProgram(one, &slots))
    }
    self.transformations = transformations
    let ids = version.triggers.map(\.id) + reserved.map(\.id)
    let triggerPlaces = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let places = TagProgram.Places(
      templates: types, triggers: triggerPlaces,
      tags: Dictionary(
        version.tags.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }))
    var tags: [TagProgram] = []
    for tag in version.tags {
      tags.append(TagProgram(tag, at: tags.count, places, templates, transformations, &slots))
    }
    self.tags = tags
    variables = VariableProgram.all(of: version, on: side, templates: types, &slots)
    consentVariables = VariableProgram.dependingOnConsent(variables, templates)
    var priorities: [Double] = []
    var isVarying = false
    for tag in tags {
      if case .constant(let priority) = tag.priority ?? .constant(0) {
        priorities.append(priority.asNumber)
      } else {
        priorities.append(0)
        isVarying = true
      }
    }
    hasVaryingPriority = isVarying
    let known = variables
    order = TagOrder(
      tags.indices.sorted { (-priorities[$0], $0) < (-priorities[$1], $1) }, tags, self.triggers
    ) { trigger in
      guard let first = trigger.conditions.first, known.isEventName(first.left) else { return nil }
      return first.onlyText
    }
    limits =
      ContainerNotes(
        version, tags: tags, triggers: triggers, variables: variables, templates: templates,
        transformations: transformations, clients: clients, isServer: side == .server
      ).lines
  }
}

extension VariableProgram {
  /// The variables that anything refers to, each at its place.
  fileprivate static func all(
    of version: ContainerVersion, on side: CustomTemplate.Side, templates: [String: Int],
    _ slots: inout VariableSlots
  ) -> [VariableProgram] {
    let declared = Dictionary(
      version.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let builtIns = Dictionary(
      version.builtInVariables.map { ($0.name ?? $0.type.displayName, $0.type) },
      uniquingKeysWith: { first, _ in first })
    var programs: [VariableProgram] = []
    // Each variable may refer to further ones, which get the next places.
    while programs.count < slots.names.count {
      let name = slots.names[programs.count]
      if let variable = declared[name] {
        programs.append(VariableProgram(variable, templates: templates, &slots))
      } else if name == "_event" {
        programs.append(VariableProgram(name: name, source: .eventName, format: nil))
      } else if name == "_triggers" {
        let source = VariableProgram.Source.eventData(
          path: .constant(.string(AutomaticEvent.triggersKey)), fallback: .constant(""))
        programs.append(VariableProgram(name: name, source: source, format: nil))
      } else if let type = builtIns[name]
        ?? BuiltInVariableType.named(name, in: side == .server ? .server : .web)
      {
        programs.append(VariableProgram(name: name, source: .builtIn(type), format: nil))
      } else {
        programs.append(VariableProgram(name: name, source: .missing, format: nil))
      }
    }
    return programs
  }
}

extension ContainerProgram {
  /// The custom templates as their texts describe them, in the container's order; `nil` for a text
  /// that cannot be read.
  package var customTemplates: [CustomTemplate?] { templates.map(\.template) }

  /// The tags that have a custom template which can be read, with it.
  package var tagTemplates: [(tag: String, template: CustomTemplate)] {
    tags.compactMap { tag in
      guard case .template(let place) = tag.action, let template = templates[place].template
      else { return nil }
      return (tag.name, template)
    }
  }

  /// The paths of the event data that its variables and the code of its templates read.
  var eventDataPaths: [String] {
    variables.compactMap { variable -> String? in
      guard case .eventData(.constant(let path), _) = variable.source else { return nil }
      return path.text
    } + templates.flatMap(\.eventDataKeys)
  }
}
