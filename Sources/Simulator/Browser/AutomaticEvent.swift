import TagManager

/// An event that Tag Manager makes itself of what a visitor does on a page, for the triggers that listen for it.
///
/// Source: Tag Manager's help on trigger types, and real data layers for the names of events and keys. A key
/// `gtm.triggers`, where there is one, lists the triggers that the event is for.
struct AutomaticEvent: Sendable {
  let trigger: TriggerType
  /// The event's name in the data layer; newer names begin with it.
  let name: String
  /// In words, such as `a click`.
  let words: String
  /// Whether each trigger gets an event of its own, as each timer runs by itself.
  var isOfOneTrigger = false

  static let all = [
    AutomaticEvent(trigger: .click, name: "gtm.click", words: "a click"),
    AutomaticEvent(trigger: .linkClick, name: "gtm.linkClick", words: "a click on a link"),
    AutomaticEvent(trigger: .formSubmission, name: "gtm.formSubmit", words: "a form sent"),
    AutomaticEvent(
      trigger: .historyChange, name: "gtm.historyChange", words: "a change of the history"),
    AutomaticEvent(trigger: .jsError, name: "gtm.pageError", words: "an error on the page"),
    AutomaticEvent(
      trigger: .timer, name: "gtm.timer", words: "a timer's tick", isOfOneTrigger: true),
    AutomaticEvent(
      trigger: .scrollDepth, name: "gtm.scrollDepth", words: "scrolling", isOfOneTrigger: true),
    AutomaticEvent(
      trigger: .elementVisibility, name: "gtm.elementVisibility", words: "an element in view",
      isOfOneTrigger: true),
    AutomaticEvent(
      trigger: .youTubeVideo, name: "gtm.video", words: "a video's progress", isOfOneTrigger: true),
  ]

  /// The key in which an event lists the triggers that it is for.
  static let triggersKey = "gtm.triggers"

  /// The conditions of a trigger of the type: the event's name, and where the event names triggers, this one.
  func conditions(of trigger: Trigger, _ slots: inout VariableSlots) -> [ConditionProgram] {
    [
      ConditionProgram("{{_event}}", .startsWith, name, &slots),
      ConditionProgram(
        "{{_triggers}}", .matchesRegularExpression, "^$|(^|[,_])\(trigger.id)($|,)", &slots),
    ]
  }

  /// The data layer's keys for what Tag Manager's own variables say of such an event.
  static let keys: [BuiltInVariableType: String] = {
    let words = """
      CLICK_ELEMENT gtm.element
      CLICK_CLASSES gtm.elementClasses
      CLICK_ID gtm.elementId
      CLICK_TARGET gtm.elementTarget
      CLICK_URL gtm.elementUrl
      CLICK_TEXT gtm.elementText
      FORM_ELEMENT gtm.element
      FORM_CLASSES gtm.elementClasses
      FORM_ID gtm.elementId
      FORM_TARGET gtm.elementTarget
      FORM_URL gtm.elementUrl
      FORM_TEXT gtm.elementText
      ERROR_MESSAGE gtm.errorMessage
      ERROR_URL gtm.errorUrl
      ERROR_LINE gtm.errorLineNumber
      NEW_HISTORY_URL gtm.newUrl
      OLD_HISTORY_URL gtm.oldUrl
      NEW_HISTORY_FRAGMENT gtm.newUrlFragment
      OLD_HISTORY_FRAGMENT gtm.oldUrlFragment
      NEW_HISTORY_STATE gtm.newHistoryState
      OLD_HISTORY_STATE gtm.oldHistoryState
      HISTORY_SOURCE gtm.historyChangeSource
      VIDEO_PROVIDER gtm.videoProvider
      VIDEO_URL gtm.videoUrl
      VIDEO_TITLE gtm.videoTitle
      VIDEO_DURATION gtm.videoDuration
      VIDEO_PERCENT gtm.videoPercent
      VIDEO_VISIBLE gtm.videoVisible
      VIDEO_STATUS gtm.videoStatus
      VIDEO_CURRENT_TIME gtm.videoCurrentTime
      SCROLL_DEPTH_THRESHOLD gtm.scrollThreshold
      SCROLL_DEPTH_UNITS gtm.scrollUnits
      SCROLL_DEPTH_DIRECTION gtm.scrollDirection
      ELEMENT_VISIBILITY_RATIO gtm.visibleRatio
      ELEMENT_VISIBILITY_TIME gtm.visibleTime
      ELEMENT_VISIBILITY_FIRST_TIME gtm.visibleFirstTime
      ELEMENT_VISIBILITY_RECENT_TIME gtm.visibleLastTime
      """
    var keys: [BuiltInVariableType: String] = [:]
    for line in words.split(separator: "\n") {
      let pair = line.split(separator: " ").map(String.init)
      if pair.count == 2 { keys[BuiltInVariableType(rawValue: pair[0])] = pair[1] }
    }
    return keys
  }()

  /// The keys of automatic-event variables, by what they are of.
  static let keysByPart = [
    "ELEMENT": "gtm.element", "CLASSES": "gtm.elementClasses", "ID": "gtm.elementId",
    "TARGET": "gtm.elementTarget", "URL": "gtm.elementUrl", "TEXT": "gtm.elementText",
    "HISTORY_NEW_URL_FRAGMENT": "gtm.newUrlFragment",
    "HISTORY_OLD_URL_FRAGMENT": "gtm.oldUrlFragment",
    "HISTORY_NEW_STATE": "gtm.newHistoryState", "HISTORY_OLD_STATE": "gtm.oldHistoryState",
    "HISTORY_CHANGE_SOURCE": "gtm.historyChangeSource",
  ]
}
