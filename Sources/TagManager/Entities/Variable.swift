/// A variable: a value that tags, triggers and other variables read as `{{its name}}`.
package struct Variable: NamedEntity {
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
  /// Its name, unique among the variables and built-in variables.
  package var name: String
  /// The source of the value: a word of Tag Manager such as `ed`, or `cvt_…` for a custom template.
  package var type: String
  /// The author's notes about it.
  package var notes: String?
  /// From when on it has a value: milliseconds since 1970 as text.
  package var scheduleStartMilliseconds: String?
  /// Until when it has a value: milliseconds since 1970 as text.
  package var scheduleEndMilliseconds: String?
  /// Its settings; their order means nothing.
  package var parameters: [Parameter]
  /// The triggers that give it a value; only in mobile containers.
  package var enablingTriggerIDs: [String]
  /// The triggers that take its value; only in mobile containers.
  package var disablingTriggerIDs: [String]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// The folder that it lies in.
  package var parentFolderID: String?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The changes made to its value before it is used.
  package var format: VariableFormat?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a variable with the empty format that Tag Manager writes for every new one.
  package init(
    id: String, name: String, type: String, parameters: [Parameter] = [], notes: String? = nil,
    scheduleStartMilliseconds: String? = nil, scheduleEndMilliseconds: String? = nil,
    enablingTriggerIDs: [String] = [], disablingTriggerIDs: [String] = [],
    parentFolderID: String? = nil, format: VariableFormat? = VariableFormat()
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.notes = notes
    self.scheduleStartMilliseconds = scheduleStartMilliseconds
    self.scheduleEndMilliseconds = scheduleEndMilliseconds
    self.parameters = parameters
    self.enablingTriggerIDs = enablingTriggerIDs
    self.disablingTriggerIDs = disablingTriggerIDs
    self.parentFolderID = parentFolderID
    self.format = format
  }
}

extension Variable {
  package static var blank: Self {
    Self(id: "", name: "", type: "", format: nil)
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("variableId", &id)
    try members.string("name", &name)
    try members.string("type", &type)
    try members.string("notes", &notes)
    try members.longInteger("scheduleStartMs", &scheduleStartMilliseconds)
    try members.longInteger("scheduleEndMs", &scheduleEndMilliseconds)
    try members.objects("parameter", &parameters)
    try members.strings("enablingTriggerId", &enablingTriggerIDs)
    try members.strings("disablingTriggerId", &disablingTriggerIDs)
    try members.string("fingerprint", &fingerprint)
    try members.string("parentFolderId", &parentFolderID)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.object("formatValue", &format)
  }
}
