/// A tag: what is sent, and when.
package struct Tag: NamedEntity {
  /// The resource name; only the API has it.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// The workspace; only the API has it.
  package var workspaceID: String?
  /// Its id, unique in the whole container, a decimal number as text.
  package var id: String
  /// Its name, unique among the tags; setup tags and transformations refer to it.
  package var name: String
  /// The action that it performs: a word of Tag Manager such as `sgtmgaaw`, or `cvt_…` for a custom
  /// template.
  package var type: String
  /// Whether it fires only in the published container.
  package var liveOnly: Bool?
  /// Tags of a higher priority start first: an `INTEGER` without key.
  package var priority: Parameter?
  /// The author's notes about it.
  package var notes: String?
  /// From when on it fires: milliseconds since 1970 as text.
  package var scheduleStartMilliseconds: String?
  /// Until when it fires: milliseconds since 1970 as text.
  package var scheduleEndMilliseconds: String?
  /// Its settings; their order means nothing.
  package var parameters: [Parameter]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// The triggers that fire it, by id; see also `ReservedTrigger`.
  package var firingTriggerIDs: [String]
  /// The triggers that keep it from firing, by id.
  package var blockingTriggerIDs: [String]
  /// The tag that fires before it; at most one.
  package var setupTags: [SetupTag]
  /// The tag that fires after it; at most one.
  package var teardownTags: [TeardownTag]
  /// The folder that it lies in.
  package var parentFolderID: String?
  /// The limit on how often it fires.
  package var firingOption: TagFiringOption?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// Whether it is switched off; Tag Manager writes only `true`.
  package var paused: Bool?
  /// The data that is handed to monitoring: a `MAP` without key.
  package var monitoringMetadata: Parameter?
  /// The key under which monitoring gets the tag's name.
  package var monitoringMetadataTagNameKey: String?
  /// The consent that it waits for.
  package var consentSettings: ConsentSettings?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a tag with what Tag Manager writes for every new one: fires once per event, empty
  /// monitoring metadata, no consent set.
  package init(
    id: String, name: String, type: String, parameters: [Parameter] = [],
    firingTriggerIDs: [String] = [], blockingTriggerIDs: [String] = [], accountID: String? = nil,
    containerID: String? = nil, liveOnly: Bool? = nil, priority: Parameter? = nil,
    notes: String? = nil, scheduleStartMilliseconds: String? = nil,
    scheduleEndMilliseconds: String? = nil, fingerprint: String? = nil, setupTags: [SetupTag] = [],
    teardownTags: [TeardownTag] = [], parentFolderID: String? = nil,
    firingOption: TagFiringOption? = .oncePerEvent, paused: Bool? = nil,
    monitoringMetadata: Parameter? = .map([]), monitoringMetadataTagNameKey: String? = nil,
    consentSettings: ConsentSettings? = .notSet
  ) {
    self.accountID = accountID
    self.containerID = containerID
    self.id = id
    self.name = name
    self.type = type
    self.liveOnly = liveOnly
    self.priority = priority
    self.notes = notes
    self.scheduleStartMilliseconds = scheduleStartMilliseconds
    self.scheduleEndMilliseconds = scheduleEndMilliseconds
    self.parameters = parameters
    self.fingerprint = fingerprint
    self.firingTriggerIDs = firingTriggerIDs
    self.blockingTriggerIDs = blockingTriggerIDs
    self.setupTags = setupTags
    self.teardownTags = teardownTags
    self.parentFolderID = parentFolderID
    self.firingOption = firingOption
    self.paused = paused
    self.monitoringMetadata = monitoringMetadata
    self.monitoringMetadataTagNameKey = monitoringMetadataTagNameKey
    self.consentSettings = consentSettings
  }
}

extension Tag {
  package static var blank: Self {
    Self(
      id: "", name: "", type: "", firingOption: nil, monitoringMetadata: nil, consentSettings: nil)
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("tagId", &id)
    try members.string("name", &name)
    try members.string("type", &type)
    try members.boolean("liveOnly", &liveOnly)
    try members.object("priority", &priority)
    try members.string("notes", &notes)
    try members.longInteger("scheduleStartMs", &scheduleStartMilliseconds)
    try members.longInteger("scheduleEndMs", &scheduleEndMilliseconds)
    try members.objects("parameter", &parameters)
    try members.string("fingerprint", &fingerprint)
    try members.strings("firingTriggerId", &firingTriggerIDs)
    try members.strings("blockingTriggerId", &blockingTriggerIDs)
    try members.objects("setupTag", &setupTags)
    try members.objects("teardownTag", &teardownTags)
    try members.string("parentFolderId", &parentFolderID)
    try members.word("tagFiringOption", &firingOption)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.boolean("paused", &paused)
    try members.object("monitoringMetadata", &monitoringMetadata)
    try members.string("monitoringMetadataTagNameKey", &monitoringMetadataTagNameKey)
    try members.object("consentSettings", &consentSettings)
  }
}
