import TagManager

/// A stage that Tag Manager itself goes through on every page, in this order, and the event that it
/// pushes for it.
///
/// Source: Tag Manager's help on page triggers, and real data layers for the names of the events.
struct PageStage: Sendable {
  let event: String
  /// The triggers that an author makes for it.
  let trigger: TriggerType
  /// The trigger that every container has for it.
  let reserved: ReservedTrigger?

  /// The event of a page that was loaded.
  static let pageView = "gtm.js"

  static let all = [
    PageStage(
      event: "gtm.init_consent", trigger: .consentInitialization,
      reserved: .consentInitialization),
    PageStage(event: "gtm.init", trigger: .initialization, reserved: .initialization),
    PageStage(event: pageView, trigger: .pageview, reserved: .allPages),
    PageStage(event: "gtm.dom", trigger: .domReady, reserved: nil),
    PageStage(event: "gtm.load", trigger: .windowLoaded, reserved: nil),
  ]
}

extension TriggerProgram {
  /// The triggers that every web container has, with their ids.
  static func ofPages(_ slots: inout VariableSlots) -> [(id: String, program: TriggerProgram)] {
    var triggers: [(id: String, program: TriggerProgram)] = []
    for stage in PageStage.all {
      guard let reserved = stage.reserved else { continue }
      let trigger = Trigger(id: reserved.id, name: reserved.name, type: stage.trigger)
      triggers.append((reserved.id, TriggerProgram(trigger, &slots)))
    }
    return triggers
  }
}
