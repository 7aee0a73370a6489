import Diagnostics
import TagManager

extension ContainerRule {
  /// A tag that fires before or after another exists.
  static let danglingTag = ContainerRule(
    "dangling-tag", .error, "something names a tag that the container does not have",
    documentation: """
      Setup and cleanup tags, transformations and some settings name a tag by its name. A name that nothing has does
      nothing, and Tag Manager refuses it on saving. Add the tag, or correct the name. A transformation's reference that is
      marked as weak may outlive its tag.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "Linker"}]}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "setupTag": [{"tagName": "Linker"}]},
        {"tagId": "2", "name": "Linker", "type": "sgtmadscl"}]}
      """
  ) { container in
    let neighbours = container.tags.flatMap { tag, entity in
      tag.setupTags.map { (entity, "has the setup tag", $0.tagName ?? "") }
        + tag.teardownTags.map { (entity, "has the cleanup tag", $0.tagName ?? "") }
    }
    let references = container.entities.flatMap { entity in
      entity.parameters
        .filter { $0.type == .tagReference && $0.isWeakReference != true && $0.value != nil }
        .map { (entity, "refers to the tag", $0.value ?? "") }
    }
    let known = container.names(of: .tag)
    var questions = NameQuestions(about: .tag, of: container)
    return (neighbours + references).filter { !known.contains($0.2) && !$0.2.contains("{{") }
      .map { entity, verb, name in
        Breach(
          entity, "\(verb) '\(name)', which the container does not have",
          mend: questions.question(for: name) ?? "add the tag, or name another",
          missing: "tag '\(name)'")
      }
  }
}
