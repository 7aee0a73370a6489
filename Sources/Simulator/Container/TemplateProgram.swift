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

  init(_ entity: TemplateEntity) {
    name = entity.name
    do throws(TemplateReadError) {
      let template = try TemplateDocument.read(entity.templateData, file: entity.name).template
      kind = template.scriptKind
      permissions = PermissionPolicy(template.permissions)
      usesMessages = template.permissions.contains {
        $0.publicID == Permission.useMessage.rawValue
      }
      guard template.side == .server else {
        (script, obstacle) = (nil, "its code is for web pages")
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
