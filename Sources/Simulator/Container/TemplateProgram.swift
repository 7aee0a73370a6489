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
  /// Whether its code talks to that of other templates, which here runs on its own.
  let usesMessages: Bool

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
      usesMessages = template.permissions.contains {
        $0.publicID == Permission.useMessage.rawValue
      }
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
      (script, obstacle, usesMessages) = (nil, "\(error)", false)
    }
  }
}
