import CustomTemplate
import SandboxedJS
import Synchronization
import TagManager

/// A custom template of a container, compiled once.
final class TemplateProgram: Sendable {
  /// The same for the same source, as long as it is known.
  let id: Int
  let name: String
  /// The template that its text describes; `nil` where that cannot be read.
  let template: CustomTemplate?
  let kind: TemplateKind
  /// `nil` where the template cannot be run.
  let script: CompiledScript?
  /// The reason it cannot be run.
  let obstacle: String?
  let permissions: PermissionPolicy
  /// The paths of the event data that its permissions name.
  let eventDataKeys: [String]
  /// The types of consent that its code names.
  let consentTypes: [String]
  /// Whether its code sees nothing but its fields and the page's consent, so that it gives the same for the same.
  let isOfItsFieldsAlone: Bool
  /// Whether its permissions let it read what an event says of consent.
  let mayReadConsent: Bool
  /// Whether its code may ask which container it runs in.
  let readsContainer: Bool
  /// The resources that its code shares with other runs, while each runs on its own here; in words,
  /// about the template.
  let limits: [String]

  /// The programs compiled before, by their source: containers that are compared share most of
  /// their templates.
  private static let known = Mutex<[Source: TemplateProgram]>([:])
  private static let lastID = Atomic(0)
  /// So many are kept.
  private static let mostKnown = 256

  private struct Source: Hashable {
    let name: String
    let text: String
    let side: CustomTemplate.Side

    /// Two templates of one name and one length are hardly ever two, and a long text takes long to hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(text.utf8.count)
    }
  }

  /// The template of a container, compiled now or before.
  static func of(_ entity: TemplateEntity, for side: CustomTemplate.Side) -> TemplateProgram {
    let source = Source(name: entity.name, text: entity.templateData, side: side)
    if let program = known.withLock({ $0[source] }) { return program }
    let program = TemplateProgram(
      entity, for: side, id: lastID.add(1, ordering: .relaxed).newValue)
    return known.withLock { programs in
      if let other = programs[source] { return other }
      if programs.count >= mostKnown { programs = [:] }
      programs[source] = program
      return program
    }
  }

  /// The same template, laid out anew for a thread that shares nothing of it with others.
  init(copying other: TemplateProgram) {
    (id, name, template, kind) = (other.id, other.name, other.template, other.kind)
    script = other.script.map { CompiledScript(copying: $0) }
    (obstacle, limits) = (other.obstacle, other.limits)
    permissions = other.template.map { Self.policy(of: $0) } ?? other.permissions
    (eventDataKeys, consentTypes) = (other.eventDataKeys, other.consentTypes)
    isOfItsFieldsAlone = other.isOfItsFieldsAlone
    (mayReadConsent, readsContainer) = (other.mayReadConsent, other.readsContainer)
  }

  /// The policy of a template's permissions on the side where it runs.
  private static func policy(of template: CustomTemplate) -> PermissionPolicy {
    template.side == .web
      ? PermissionPolicy(webPermissions: template.permissions)
      : PermissionPolicy(template.permissions)
  }

  /// - Parameter side: where the container runs; a template for the other side cannot be run.
  private init(_ entity: TemplateEntity, for side: CustomTemplate.Side, id: Int) {
    self.id = id
    name = entity.name
    do throws(TemplateReadError) {
      let template = try TemplateDocument.read(
        entity.templateData, file: entity.name, readsTests: false
      ).template
      self.template = template
      kind = template.scriptKind
      permissions = Self.policy(of: template)
      eventDataKeys = template.permissions.flatMap { $0.texts("keyPatterns") ?? [] }
      mayReadConsent =
        permissions.allows(.readEventData(nil))
        || eventDataKeys.contains { key in
          ConsentState.isSignal(key) || key.prefix { $0 != "." }.contains("*")
        }
      let declared = Set(template.permissions.map(\.publicID))
      readsContainer =
        declared.contains(Permission.readContainerData.rawValue)
        || declared.contains(Permission.readEventMetadata.rawValue)
      consentTypes = ConsentState.types.filter { template.code.containsText($0) }
      isOfItsFieldsAlone =
        declared.isSubset(of: [Permission.accessConsent.rawValue])
        && !Self.changing.contains(where: template.code.containsText)
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
      template = nil
      kind = .variable
      permissions = PermissionPolicy { _ in false }
      eventDataKeys = []
      mayReadConsent = false
      (script, obstacle, consentTypes, limits) = (nil, "\(error)", [], [])
      isOfItsFieldsAlone = false
      readsContainer = true
    }
  }

  /// The APIs that give another value each time, and need no permission.
  private static let changing = ["getTimestamp", "generateRandom"]

  private static let sharing: KeyValuePairs<Permission, String> = [
    .useMessage: "sends messages, which reach no other template here",
    .accessTemplateStorage: "keeps values in its storage, which is empty here when a run begins",
    .accessFirestore:
      "uses Firestore, which has no documents here but those that a run writes itself",
  ]
}
