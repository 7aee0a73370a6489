package import CustomTemplate
package import TagwrightPlan

/// A plan whose references are replaced by what they refer to.
package struct ResolvedPlan: Sendable {
  /// The plan's name.
  package let name: String
  /// Its server containers.
  package let serverContainers: [ResolvedContainer]
}

/// A container whose folders are flattened and whose triggers and template files are found.
package struct ResolvedContainer: Sendable {
  package let declaration: ServerContainer
  package let elements: [FiledElement]
  package let folders: [Folder]
  /// Every trigger that is declared or referred to, in the order of appearance.
  package let triggers: [FiledTrigger]
  /// The templates of the files that the plan names, by path.
  package let templates: [String: LoadedTemplate]
}

/// An element and the folder that it stands in.
package struct FiledElement: Sendable {
  package let kind: ContainerElement.Kind
  package let folder: String?
}

/// A trigger and the folder that it stands in.
package struct FiledTrigger: Sendable {
  package let trigger: TagwrightPlan.Trigger
  package let folder: String?
}

/// A template that was read from a file.
package struct LoadedTemplate: Sendable {
  package let template: CustomTemplate
  package let text: String
}
