import CustomTemplate
import SandboxedJS
import TagManager

/// A custom template of a container, compiled once.
struct TemplateProgram: Sendable {
  let name: String
  let kind: TemplateKind
  /// `nil` where the template cannot be run.
  let script: CompiledScript?
  /// Why it cannot be run.
  let obstacle: String?
  let permissions: PermissionPolicy
  /// The paths of the event data that its permissions name.
  let eventDataKeys: [String]
  /// The types of consent that its code names.
  let consentTypes: [String]
  /// What its code shares with other runs, while each runs on its own here; in words, about the template.
  let limits: [String]

  /// - Parameter side: where the container runs; a template for the other side cannot be run.
  init(_ entity: TemplateEntity, for side: CustomTemplate.Side) {
    name = entity.name
    do throws(TemplateReadError) {
      let template = try TemplateDocument.read(entity.templateData, file: entity.name).template
      kind = template.scriptKind
      permissions =
        side == .web
        ? PermissionPolicy(webPermissions: template.permissions)
        : PermissionPolicy(template.permissions)
      eventDataKeys = template.permissions.flatMap { $0.texts("keyPatterns") ?? [] }
      let declared = Set(template.permissions.map(\.publicID))
      consentTypes = ConsentState.types.filter { template.code.containsText($0) }
      limits = Self.sharing.filter { declared.contains($0.key.rawValue) }.map(\.value)
      guard template.side == side else {
        (script, obstacle) = (
          nil, side == .server ? "its code is for web pages" : "its code is for servers"
        )
        return
      }
      do throws(SyntaxError) {
        script = try CompiledScript(template: template.code)
        obstacle = nil
      } catch {
        (script, obstacle) = (nil, "\(error)")
      }
    } catch {
      kind = .variable
      permissions = PermissionPolicy { _ in false }
      eventDataKeys = []
      (script, obstacle, consentTypes, limits) = (nil, "\(error)", [], [])
    }
  }

  private static let sharing: KeyValuePairs<Permission, String> = [
    .useMessage: "sends messages, which reach no other template here",
    .accessTemplateStorage: "keeps values in its storage, which is empty here when a run begins",
    .accessFirestore:
      "uses Firestore, which has no documents here but those that a run writes itself",
  ]
}
