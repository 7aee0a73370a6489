import CustomTemplate
import TagManager
import TagwrightPlan

/// The template of a variable that brings some members of an event to the destination's form.
struct VariableTemplate {
  let destination: ResolvedDestination
  let variable: MemberVariable
  let members: [Member]
  /// The fields, which have the sources.
  let reads: TagFields
  private let code: EventCode

  /// The objects of the request that it has members of.
  var objects: [String] {
    (destination.profile.objects + [Envelope.event]).filter { object in
      members.contains { $0.place.object == object }
    }
  }

  /// - Parameter event: one of those that the variable is for.
  init(_ variable: MemberVariable, of event: ResolvedEvent, _ destination: ResolvedDestination) {
    self.destination = destination
    self.variable = variable
    members = event.members.filter { $0.variableGroup == variable.group }
    var fields = TagFields(style: .visible)
    code = EventCode(members, destination.profile, fields: &fields)
    reads = fields
  }

  private var main: String {
    let lines = StatementMerge([code.statements], names: [variable.name]).lines { _ in true }
    let result = objects.map { "\($0): \($0), " }.joined()
    let all = objects.map { "const \($0) = {};" } + lines + ["return {\(result)\(Self.unusable)"]
    return all.joined(separator: "\n") + "\n"
  }

  /// The end of the code, by which such a template is known.
  static let unusable = "unusable: unusable};"

  func draft(fileName: String, notes: String) -> TemplateDraft {
    let code = TemplateCode(
      main: main, library: DestinationLibrary.of(destination.profile).logging)
    let scenarios = VariableScenarios(self)
    let template = CustomTemplate(
      kind: .variable, displayName: variable.name, description: purpose,
      fields: reads.fields.map {
        .text(name: $0.name, displayName: $0.label, help: $0.help)
      },
      code: code.text, permissions: code.calls.permissions(loggingAlways: false),
      scenarios: scenarios.scenarios, setup: scenarios.setup, notes: notes)
    return TemplateDraft(
      name: variable.name, text: TemplateText(template.text), fileName: fileName)
  }

  /// The variable, with what its fields refer to.
  func draft(in builder: inout DraftBuilder, folder: String) -> VariableDraft {
    let parameters = reads.fields.map { field in
      Parameter.template(field.name, builder.reference(to: field.source))
    }
    return VariableDraft(
      name: variable.name, type: .template(variable.name), parameters: parameters,
      folder: folder, notes: builder.notes(on: purpose))
  }

  private var purpose: String {
    let subject =
      switch variable.group {
      case .person: "Who the person is"
      case .products: "The products of an event"
      }
    return "\(subject), in the form that \(destination.profile.service) takes."
  }
}
