import CustomTemplate
import TagManager

/// A container whose entities still know each other by name; numbering them gives a `ContainerExport`.
struct ContainerDraft {
  let name: String
  let publicID: String
  var side = CustomTemplate.Side.server
  var folders: [FolderDraft] = []
  var clients: [ClientDraft] = []
  var tags: [TagDraft] = []
  var triggers: [TriggerDraft] = []
  var variables: [VariableDraft] = []
  var builtIns: Set<BuiltInDraft> = []
  /// The names of variables that only the live container has.
  var externalVariables: [String] = []
  var templates: [TemplateDraft] = []
}

struct FolderDraft {
  let name: String
  let notes: String?
}

/// The type of a tag, variable or client: Tag Manager's own, or that of a template of this container.
enum TypeDraft: Hashable {
  case own(String)
  case template(String)
}

struct ClientDraft {
  let name: String
  let type: TypeDraft
  let parameters: [Parameter]
  let priority: Int
  let folder: String?
}

struct TagDraft {
  let name: String
  let type: TypeDraft
  let parameters: [Parameter]
  var firing: [TriggerName]
  var blocking: [TriggerName] = []
  var priority: Int?
  var isPaused = false
  /// Whether it fires once on a page, whatever fires it.
  var firesOncePerPage = false
  var consent = ConsentSettings.notSet
  let folder: String?
  let notes: String
}

/// A trigger by its name, or one that Tag Manager keeps.
enum TriggerName: Hashable {
  case named(String)
  /// Every event; in a server container.
  case allEvents
  /// Every page; in a web container.
  case allPages
  /// Every page, before all but consent; in a web container.
  case initialization
}

struct TriggerDraft: Hashable {
  let name: String
  let type: String
  var eventFilter: [Condition] = []
  var filter: [Condition] = []
  var parameters: [Parameter] = []
  let folder: String?
  /// The author's own: no real export of a server container has a trigger with notes.
  var notes: String?

  /// Whether both fire for the same events.
  func firesLike(_ other: TriggerDraft) -> Bool {
    type == other.type && eventFilter == other.eventFilter && filter == other.filter
      && parameters == other.parameters
  }
}

struct VariableDraft: Hashable {
  let name: String
  let type: TypeDraft
  let parameters: [Parameter]
  let folder: String?
  let notes: String

  /// Whether both give the same value.
  func givesLike(_ other: VariableDraft) -> Bool {
    type == other.type && parameters == other.parameters
  }
}

struct BuiltInDraft: Hashable {
  let word: String
  let name: String
}

/// A template and the file that it is also written to; the name is the template's own.
struct TemplateDraft {
  let name: String
  let text: TemplateText
  /// The name of its file below `templates/`, without ending; `nil` for one that was read from a file.
  var fileName: String?
}
