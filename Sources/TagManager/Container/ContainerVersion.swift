/// A version of a container: everything that is in it.
package struct ContainerVersion: JSONMapped {
  /// The resource name, `accounts/A/containers/C/versions/V`.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// Its number; `0` for a workspace that was exported.
  package var containerVersionID: String?
  /// Its name.
  package var name: String?
  /// Whether it was deleted; only the API has it.
  package var deleted: Bool?
  /// The author's description of it.
  package var description: String?
  /// The container that it belongs to.
  package var container: Container?
  /// Its tags, by id.
  package var tags: [Tag]
  /// Its triggers, by id.
  package var triggers: [Trigger]
  /// Its variables, by id.
  package var variables: [Variable]
  /// Its folders, by id.
  package var folders: [Folder]
  /// The built-in variables that are switched on.
  package var builtInVariables: [BuiltInVariable]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager.
  package var tagManagerURL: String?
  /// Its zones, by id.
  package var zones: [Zone]
  /// Its custom templates, by id.
  package var customTemplates: [TemplateEntity]
  /// Its clients, by id.
  package var clients: [Client]
  /// The settings of its Google tags.
  package var gtagConfigs: [GtagConfig]
  /// Its transformations, by id.
  package var transformations: [Transformation]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()
  /// What of its file could not be read, with paths from the top of the file; nothing where that would have ended reading.
  package var misreads: [ContainerReadError] = []

  /// Makes a version.
  package init(
    accountID: String? = nil, containerID: String? = nil, containerVersionID: String? = nil,
    container: Container? = nil, tags: [Tag] = [], triggers: [Trigger] = [],
    variables: [Variable] = [], folders: [Folder] = [], builtInVariables: [BuiltInVariable] = [],
    zones: [Zone] = [], customTemplates: [TemplateEntity] = [], clients: [Client] = [],
    gtagConfigs: [GtagConfig] = [], transformations: [Transformation] = []
  ) {
    self.accountID = accountID
    self.containerID = containerID
    self.containerVersionID = containerVersionID
    self.container = container
    self.tags = tags
    self.triggers = triggers
    self.variables = variables
    self.folders = folders
    self.builtInVariables = builtInVariables
    self.zones = zones
    self.customTemplates = customTemplates
    self.clients = clients
    self.gtagConfigs = gtagConfigs
    self.transformations = transformations
  }
}

extension ContainerVersion {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("containerVersionId", &containerVersionID)
    try members.string("name", &name)
    try members.boolean("deleted", &deleted)
    try members.string("description", &description)
    try members.object("container", &container)
    try members.objects("tag", &tags)
    try members.objects("trigger", &triggers)
    try members.objects("variable", &variables)
    try members.objects("folder", &folders)
    try members.objects("builtInVariable", &builtInVariables)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.objects("zone", &zones)
    try members.objects("customTemplate", &customTemplates)
    try members.objects("client", &clients)
    try members.objects("gtagConfig", &gtagConfigs)
    try members.objects("transformation", &transformations)
  }
}
