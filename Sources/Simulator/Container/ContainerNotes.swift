import ContainerCheck
import CustomTemplate
import Diagnostics
import TagManager

/// The parts of a container that a simulation leaves out or finds wrong, in words: nothing is
/// passed over in silence.
struct ContainerNotes {
  private(set) var lines: [String] = []

  init(
    _ version: ContainerVersion, tags: [TagProgram], triggers: [TriggerProgram],
    variables: [VariableProgram], templates: [TemplateProgram],
    transformations: [TransformationProgram], clients: [ClientProgram], isServer: Bool
  ) {
    if clients.isEmpty, isServer {
      lines.append("the container has no client: hits are read as a client of GA4 would")
    }
    for client in clients {
      guard case .notSimulated = client.action else { continue }
      lines.append(
        "client '\(client.name)' is not simulated: the code of '\(client.type)' is not known")
    }
    for tag in tags {
      if case .notSimulated = tag.action {
        let why =
          tag.type.hasPrefix("cvt_")
          ? "the container has no template '\(tag.type)'"
          : "the code of '\(tag.typeName)' is not known"
        lines.append("tag '\(tag.name)' is not run, only whether it fires: \(why)")
      }
    }
    for trigger in triggers {
      if !trigger.isSimulated {
        lines.append("trigger '\(trigger.name)' is not simulated: it never fires here")
      }
      for condition in trigger.conditions { note(condition, of: "trigger '\(trigger.name)'") }
    }
    for variable in variables {
      switch variable.source {
      case .notSimulated:
        lines.append("variable '\(variable.name)' is not simulated: it is undefined here")
      case .builtIn(let type)
      where isServer
        ? !BuiltInValue.simulated.contains(type) : !BrowserVariable.simulated.contains(type):
        lines.append("variable '\(variable.name)' is not simulated: it is undefined here")
      default: break
      }
    }
    for template in templates {
      if let obstacle = template.obstacle {
        lines.append("template '\(template.name)' cannot be run: \(obstacle)")
      } else {
        lines += template.limits.map { "template '\(template.name)' \($0)" }
      }
    }
    for (entity, program) in zip(version.transformations, transformations) {
      if program.action == nil {
        lines.append(
          "transformation '\(program.name)' is not simulated: its type is '\(entity.type)'")
      }
      for condition in program.conditions {
        note(condition, of: "transformation '\(program.name)'")
      }
    }
    if !version.zones.isEmpty { lines.append("zones are not simulated") }
  }

  /// Returns the faults of a container, in words.
  ///
  /// What is not an error is said in the simulation's own words, and so is an unusable template.
  static func faults(of version: ContainerVersion, on side: CustomTemplate.Side) -> [String] {
    version.faults(on: side == .server ? .server : .web, readsTemplates: false)
      .filter { $0.severity == .error }.sentences
  }

  private mutating func note(_ condition: ConditionProgram, of owner: String) {
    if !condition.isSimulated {
      lines.append(
        "\(owner): the condition '\(condition.type.rawValue)' is not simulated, it never holds here"
      )
    } else if condition.hasInvalidPattern {
      lines.append(
        "\(owner): '\(condition.rightText)' is not a regular expression, it never matches")
    }
  }
}
