import JSONText
import TagManager

/// The names that the ids in a container stand for.
struct ReferenceNames {
  /// The names of triggers, by id.
  let triggers: [String: String]
  /// The names of folders, by id.
  let folders: [String: String]
  /// The names of templates, by the types that they make, such as `cvt_188846981_12`.
  let templates: [String: String]

  init(_ version: JSONObject) {
    var triggers: [String: String] = [:]
    for trigger in ReservedTrigger.all { triggers[trigger.id] = trigger.name }
    for case .object(let trigger) in version.entities(of: .trigger) {
      triggers[trigger.text("triggerId")] = trigger.text("name")
    }
    var folders: [String: String] = [:]
    for case .object(let folder) in version.entities(of: .folder) {
      folders[folder.text("folderId")] = folder.text("name")
    }
    var templates: [String: String] = [:]
    for case .object(let template) in version.entities(of: .customTemplate) {
      let containers = [template.text("containerId"), version.text("containerId")]
      let name = template.text("name")
      for container in containers {
        let type = CustomTemplateType.template(
          containerID: container, templateID: template.text("templateId"))
        templates[type.text] = name
      }
      if let gallery = template["galleryReference"]?["galleryTemplateId"]?.string {
        templates[CustomTemplateType.gallery(templateID: gallery).text] = name
      }
    }
    self.triggers = triggers
    self.folders = folders
    self.templates = templates
  }
}

extension JSONObject {
  /// The entities of a kind, where this is a version.
  func entities(of kind: EntityKind) -> [JSON] { self[kind.rawValue]?.array ?? [] }

  /// The text of a member; empty where it has none.
  func text(_ key: String) -> String { self[key]?.string ?? "" }
}
