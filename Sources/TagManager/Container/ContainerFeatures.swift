/// The features that a container can have.
package struct ContainerFeatures: JSONMapped {
  /// Whether it can have user permissions.
  package var supportsUserPermissions: Bool?
  /// Whether it can have environments.
  package var supportsEnvironments: Bool?
  /// Whether it can have workspaces.
  package var supportsWorkspaces: Bool?
  /// Whether it can have Google tag settings.
  package var supportsGtagConfigs: Bool?
  /// Whether it can have built-in variables.
  package var supportsBuiltInVariables: Bool?
  /// Whether it can have clients.
  package var supportsClients: Bool?
  /// Whether it can have folders.
  package var supportsFolders: Bool?
  /// Whether it can have tags.
  package var supportsTags: Bool?
  /// Whether it can have custom templates.
  package var supportsTemplates: Bool?
  /// Whether it can have triggers.
  package var supportsTriggers: Bool?
  /// Whether it can have variables.
  package var supportsVariables: Bool?
  /// Whether it can have versions.
  package var supportsVersions: Bool?
  /// Whether it can have zones.
  package var supportsZones: Bool?
  /// Whether it can have transformations.
  package var supportsTransformations: Bool?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a set of features.
  package init(
    supportsUserPermissions: Bool? = nil, supportsEnvironments: Bool? = nil,
    supportsWorkspaces: Bool? = nil, supportsGtagConfigs: Bool? = nil,
    supportsBuiltInVariables: Bool? = nil, supportsClients: Bool? = nil,
    supportsFolders: Bool? = nil, supportsTags: Bool? = nil, supportsTemplates: Bool? = nil,
    supportsTriggers: Bool? = nil, supportsVariables: Bool? = nil, supportsVersions: Bool? = nil,
    supportsZones: Bool? = nil, supportsTransformations: Bool? = nil
  ) {
    self.supportsUserPermissions = supportsUserPermissions
    self.supportsEnvironments = supportsEnvironments
    self.supportsWorkspaces = supportsWorkspaces
    self.supportsGtagConfigs = supportsGtagConfigs
    self.supportsBuiltInVariables = supportsBuiltInVariables
    self.supportsClients = supportsClients
    self.supportsFolders = supportsFolders
    self.supportsTags = supportsTags
    self.supportsTemplates = supportsTemplates
    self.supportsTriggers = supportsTriggers
    self.supportsVariables = supportsVariables
    self.supportsVersions = supportsVersions
    self.supportsZones = supportsZones
    self.supportsTransformations = supportsTransformations
  }
}

extension ContainerFeatures {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.boolean("supportUserPermissions", &supportsUserPermissions)
    try members.boolean("supportEnvironments", &supportsEnvironments)
    try members.boolean("supportWorkspaces", &supportsWorkspaces)
    try members.boolean("supportGtagConfigs", &supportsGtagConfigs)
    try members.boolean("supportBuiltInVariables", &supportsBuiltInVariables)
    try members.boolean("supportClients", &supportsClients)
    try members.boolean("supportFolders", &supportsFolders)
    try members.boolean("supportTags", &supportsTags)
    try members.boolean("supportTemplates", &supportsTemplates)
    try members.boolean("supportTriggers", &supportsTriggers)
    try members.boolean("supportVariables", &supportsVariables)
    try members.boolean("supportVersions", &supportsVersions)
    try members.boolean("supportZones", &supportsZones)
    try members.boolean("supportTransformations", &supportsTransformations)
  }
}
