package import CustomTemplate
import Diagnostics
package import TagwrightPlan

/// A plan whose references are replaced by what they refer to.
package struct ResolvedPlan: Sendable {
  /// The plan's name.
  package let name: String
  /// The environment that it is for, where the plan has several.
  package let environment: TargetEnvironment?
  /// Its server containers.
  package let serverContainers: [ResolvedContainer]
  /// Its web containers.
  package let webContainers: [ResolvedWebContainer]
  /// Its web containers that are declared entity by entity.
  package let rawWebContainers: [ResolvedContainer]

  /// Everything that is declared entity by entity.
  var declaredContainers: [ResolvedContainer] {
    serverContainers + rawWebContainers + webContainers.map(\.contents)
  }
}

/// A container whose folders are flattened and whose triggers and template files are found.
package struct ResolvedContainer: Sendable {
  package let declaration: ServerContainer
  package let elements: [FiledElement]
  /// The examples, in the order in which they were declared.
  package let examples: [Example]
  package let folders: [Folder]
  /// Every trigger that is declared or referred to, in the order of appearance.
  package let triggers: [FiledTrigger]
  /// The templates of the files that the plan names, by path.
  package let templates: [String: LoadedTemplate]
  /// The texts of the template files that are taken as they are, by path.
  let rawTemplates: [String: String]
  /// The template files that could not be used, by path, and why.
  let templateProblems: [String: TemplateProblem]
  /// Every value that is declared, by kind.
  package let declared: DeclaredValues
  /// Whether it is for an environment that is a test.
  package let isTest: Bool

  /// The files that declare nothing but what was taken over from Tag Manager.
  let adoptedFiles: Set<String>

  /// Its destinations that can be compiled, in the order in which they were declared.
  var destinations: [ResolvedDestination] { elements.compactMap(\.destination) }
}

/// An element and the folder that it stands in.
package struct FiledElement: Sendable {
  package let kind: ContainerElement.Kind
  package let folder: String?
  /// Whether it was taken over from Tag Manager.
  let isAdopted: Bool
  /// The destination that it is, where it is one that can be compiled.
  package let destination: ResolvedDestination?
}

/// A trigger and the folder that it stands in.
package struct FiledTrigger: Sendable {
  package let trigger: TagwrightPlan.Trigger
  package let folder: String?
  /// Whether what declares it or refers to it was taken over from Tag Manager.
  let isAdopted: Bool
}

/// The reasons why a template file cannot be used.
enum TemplateProblem: Sendable {
  case unreadable(reason: String)
  case broken(message: String, at: SourcePlace)
}

/// A template that was read from a file.
package struct LoadedTemplate: Sendable {
  package let template: CustomTemplate
  package let text: String
}
