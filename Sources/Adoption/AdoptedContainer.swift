package import TagManager
package import TagwrightPlan

/// A container of Tag Manager as declarations of a plan, which compile to the same container.
package struct AdoptedContainer: Sendable {
  /// The place where it runs: `server` or `web`.
  package let side: UsageContext
  /// Its name.
  package let name: String
  /// Its public id.
  package let publicID: String
  /// What it consists of: first what lies in no folder, then folder by folder.
  package let parts: [AdoptedPart]
  /// The texts of its templates, each a file of the package.
  package let templates: [AdoptedTemplate]
  /// The values that stand in no file of git.
  package let secrets: [AdoptedSecret]
  /// The plan that it was made from; `nil` where no declaration depends on the plan's name.
  package var planName: String?
  /// Whether it has what no plan of its own has made, so that notes stay as they are.
  package var isAdopted = true
  /// What stays in Tag Manager's terms though it sends to a known destination, and what the container does not say.
  package var remarks: [String] = []

  /// Names that are taken already where something is added to a plan.
  package struct TakenNames: Sendable {
    let secrets: Set<String>
    let templateFiles: Set<String>

    package init(secrets: Set<String> = [], templateFiles: Set<String> = []) {
      self.secrets = secrets
      self.templateFiles = templateFiles
    }
  }

  /// The declarations, as they stand in the block of a container.
  var elements: [ContainerElement] { parts.flatMap(\.declared) }

  /// The declarations, for a plan that has others beside them.
  package var declarations: [ContainerElement] { elements.adopted() }

  /// The plan that declares it.
  package var plan: Plan {
    switch side {
    case .web:
      return Plan(
        serverContainers: [],
        rawWebContainers: [
          RawWebContainer(name, publicID: publicID, elements: { elements }).adopted()
        ])
    default:
      return Plan(serverContainers: [serverContainer])
    }
  }

  /// The server container that declares it.
  var serverContainer: ServerContainer {
    let container = ServerContainer(name, publicID: publicID, elements: { elements })
    return isAdopted ? container.adopted() : container
  }

  /// The bytes of the template file that the plan names by this path.
  package func templateBytes(at path: String) -> [UInt8]? {
    templates.first { path.hasSuffix("/\($0.path)") }.map { Array($0.text.utf8) }
  }
}

/// The contents of one folder of a container, or of none.
package struct AdoptedPart: Sendable {
  /// A folder of the container.
  package struct Folder: Sendable {
    /// Its name; the id of one that is not in the container.
    let name: String
    let notes: String?
    let origin: Origin
  }

  /// The folder's own declaration.
  enum Origin: Sendable {
    /// Here.
    case here
    /// In the plan that is added to.
    case plan
    /// Nowhere: only its id is known.
    case nowhere
  }

  /// The folder; `nil` for what lies in none.
  package let folder: Folder?
  /// The folder's contents, kind by kind.
  package internal(set) var elements: [ContainerElement]

  /// The declarations, in their folder.
  fileprivate var declared: [ContainerElement] {
    guard let folder else { return elements }
    let declaration =
      switch folder.origin {
      case .here: TagwrightPlan.Folder(folder.name, notes: folder.notes) { elements }
      case .plan: TagwrightPlan.Folder(addingTo: folder.name) { elements }
      case .nowhere: TagwrightPlan.Folder(id: folder.name) { elements }
      }
    return [ContainerElement(kind: .folder(declaration))]
  }
}

/// A template of the container, as a file of the package.
package struct AdoptedTemplate: Sendable {
  /// The path beside the plan's Swift files.
  package let path: String
  /// The folder of all of them, beside the plan's Swift files.
  package static let folder = "Templates"
  /// The path without the folder.
  var fileName: String { String(path.dropFirst(Self.folder.count + 1)) }
  /// The text, as the container has it.
  package let text: String
}

/// A value that looks like an access token, and the name under which the plan knows it.
package struct AdoptedSecret: Hashable, Sendable {
  /// The name of the environment variable.
  package let name: String
  /// The value; `nil` where the container has a placeholder.
  package let value: String?
  /// Whether it marks events as tests.
  package let isTestCode: Bool
}

/// The reason why a container cannot become a plan.
package struct AdoptionError: Error, Sendable {
  /// The problem: lower case, no full stop.
  package let message: String
  /// Advice, a line each.
  package let notes: [String]

  init(_ message: String, notes: [String] = []) {
    self.message = message
    self.notes = notes
  }
}
