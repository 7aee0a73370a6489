import CustomTemplate
import TagManager

/// A container whose entities still know each other by name; numbering them gives a `ContainerExport`.
struct ContainerDraft {
  let name: String
  let publicID: String
  var side = CustomTemplate.Side.server
  var folders: [FolderDraft] = []
  /// The ids of folders that only the live container has, by the names that entities call them.
  var externalFolders: [String: String] = [:]
  var clients: [ClientDraft] = []
  var tags: [TagDraft] = []
  var triggers: [TriggerDraft] = []
  var variables: [VariableDraft] = []
  var builtIns: Set<BuiltInDraft> = []
  /// The names of variables that only the live container has.
  var externalVariables: [String] = []
  var templates: [TemplateDraft] = []
  var transformations: [TransformationDraft] = []
  var zones: [ZoneDraft] = []
  var googleTagSettings: [GoogleTagSettingsDraft] = []
  /// The members that no word of the plan gives.
  var members: [MemberDraft] = []
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
  /// The author's own: a generated client has none.
  var notes: String?
}

struct TransformationDraft {
  let name: String
  let type: String
  let parameters: [Parameter]
  let folder: String?
  let notes: String?
}

struct ZoneDraft {
  /// The zone without its triggers.
  let zone: Zone
  let triggers: [TriggerName]
}

struct GoogleTagSettingsDraft {
  let type: String
  let parameters: [Parameter]
}

struct TagDraft {
  let name: String
  let type: TypeDraft
  let parameters: [Parameter]
  var firing: [TriggerName]
  var blocking: [TriggerName] = []
  /// An `INTEGER` without key.
  var priority: Parameter?
  var isPaused = false
  var firingOption = TagFiringOption.oncePerEvent
  var consent = ConsentSettings.notSet
  var setupTags: [SetupTag] = []
  var teardownTags: [TeardownTag] = []
  /// Milliseconds since 1970.
  var start: Int?
  /// Milliseconds since 1970.
  var end: Int?
  var isLiveOnly = false
  var monitoringMetadata = Parameter.map([])
  var monitoringNameKey: String?
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
  /// One that Tag Manager keeps, or that only the live container has.
  case id(String)
}

struct TriggerDraft: Hashable {
  let name: String
  let type: String
  var eventFilter: [Condition] = []
  var filter: [Condition] = []
  var autoEventFilter: [Condition] = []
  var parameters: [Parameter] = []
  /// The members beside its parameters, by their names in a container export.
  var settings: [String: Parameter] = [:]
  let folder: String?
  /// The author's own: no real export of a server container has a trigger with notes.
  var notes: String?

  /// Whether both fire for the same events.
  func firesLike(_ other: TriggerDraft) -> Bool {
    type == other.type && eventFilter == other.eventFilter && filter == other.filter
      && autoEventFilter == other.autoEventFilter && parameters == other.parameters
      && settings == other.settings
  }
}

struct VariableDraft: Hashable {
  let name: String
  let type: TypeDraft
  let parameters: [Parameter]
  let folder: String?
  let notes: String
  var format = VariableFormat()
  /// Milliseconds since 1970.
  var start: Int?
  /// Milliseconds since 1970.
  var end: Int?
  var enabling: [TriggerName] = []
  var disabling: [TriggerName] = []

  /// Whether both give the same value.
  func givesLike(_ other: VariableDraft) -> Bool {
    type == other.type && parameters == other.parameters && format == other.format
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
  /// Its entry in the template gallery.
  var gallery: GalleryReference?
}
