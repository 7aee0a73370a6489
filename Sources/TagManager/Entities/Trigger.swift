/// A trigger: the events on which tags fire, or do not.
package struct Trigger: NamedEntity {
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
  /// Its name, unique among the triggers.
  package var name: String
  /// The kind of event that it listens to.
  package var type: TriggerType
  /// On which events it fires; a custom event trigger has exactly one, on `{{_event}}`.
  package var customEventFilters: [Condition]
  /// Further conditions, all of which have to hold.
  package var filters: [Condition]
  /// The conditions under which a click, form or timer is listened to.
  package var autoEventFilters: [Condition]
  /// Whether a link or form waits for tags.
  package var waitForTags: Parameter?
  /// Whether only valid clicks or forms count.
  package var checkValidation: Parameter?
  /// The time that it waits for tags, in milliseconds.
  package var waitForTagsTimeout: Parameter?
  /// The id by which the page tells triggers apart.
  package var uniqueTriggerID: Parameter?
  /// The event that a timer sends.
  package var eventName: Parameter?
  /// The interval at which a timer sends, in milliseconds.
  package var interval: Parameter?
  /// The maximum number of events that a timer sends.
  package var limit: Parameter?
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// The folder that it lies in.
  package var parentFolderID: String?
  /// The CSS selector of what is clicked on an AMP page.
  package var selector: Parameter?
  /// The interval at which an AMP timer sends, in seconds.
  package var intervalSeconds: Parameter?
  /// The length of time for which an AMP timer sends, in seconds.
  package var maxTimerLengthSeconds: Parameter?
  /// The distances that an AMP page is scrolled down, a list of percentages.
  package var verticalScrollPercentageList: Parameter?
  /// The distances that an AMP page is scrolled across, a list of percentages.
  package var horizontalScrollPercentageList: Parameter?
  /// The CSS selector of what becomes visible on an AMP page.
  package var visibilitySelector: Parameter?
  /// The minimum share of it that is visible, in percent.
  package var visiblePercentageMin: Parameter?
  /// The maximum share of it that is visible, in percent.
  package var visiblePercentageMax: Parameter?
  /// The minimum time that it is visible without a break, in milliseconds.
  package var continuousTimeMinMilliseconds: Parameter?
  /// The minimum time that it is visible in all, in milliseconds.
  package var totalTimeMinMilliseconds: Parameter?
  /// Its page in Tag Manager; only the API has it.
  package var tagManagerURL: String?
  /// The author's notes about it.
  package var notes: String?
  /// Its settings; their order means nothing.
  package var parameters: [Parameter]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a trigger.
  package init(
    id: String, name: String, type: TriggerType, customEventFilters: [Condition] = [],
    filters: [Condition] = [], autoEventFilters: [Condition] = [], parameters: [Parameter] = [],
    interval: Parameter? = nil, parentFolderID: String? = nil, notes: String? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.customEventFilters = customEventFilters
    self.filters = filters
    self.autoEventFilters = autoEventFilters
    self.interval = interval
    self.parentFolderID = parentFolderID
    self.notes = notes
    self.parameters = parameters
  }
}

extension Trigger {
  package static var blank: Self {
    Self(id: "", name: "", type: TriggerType(rawValue: ""))
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("workspaceId", &workspaceID)
    try members.string("triggerId", &id)
    try members.string("name", &name)
    try members.word("type", &type)
    try members.objects("customEventFilter", &customEventFilters)
    try members.objects("filter", &filters)
    try members.objects("autoEventFilter", &autoEventFilters)
    try members.object("waitForTags", &waitForTags)
    try members.object("checkValidation", &checkValidation)
    try members.object("waitForTagsTimeout", &waitForTagsTimeout)
    try members.object("uniqueTriggerId", &uniqueTriggerID)
    try members.object("eventName", &eventName)
    try members.object("interval", &interval)
    try members.object("limit", &limit)
    try members.string("fingerprint", &fingerprint)
    try members.string("parentFolderId", &parentFolderID)
    try members.object("selector", &selector)
    try members.object("intervalSeconds", &intervalSeconds)
    try members.object("maxTimerLengthSeconds", &maxTimerLengthSeconds)
    try members.object("verticalScrollPercentageList", &verticalScrollPercentageList)
    try members.object("horizontalScrollPercentageList", &horizontalScrollPercentageList)
    try members.object("visibilitySelector", &visibilitySelector)
    try members.object("visiblePercentageMin", &visiblePercentageMin)
    try members.object("visiblePercentageMax", &visiblePercentageMax)
    try members.object("continuousTimeMinMilliseconds", &continuousTimeMinMilliseconds)
    try members.object("totalTimeMinMilliseconds", &totalTimeMinMilliseconds)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.string("notes", &notes)
    try members.objects("parameter", &parameters)
  }
}
