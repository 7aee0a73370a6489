/// The decisions of a plan for one event of one tag that a proof cannot tell from the container.
package struct EventPolicy: Sendable {
  /// The tag's name.
  package let tag: String
  /// The event's name, as it arrives.
  package let event: String
  /// The types of consent that the event needs, such as `ad_storage`; empty where consent is waived with a reason.
  package let consentTypes: [String]
  /// Whether a hit without any signal counts as consent.
  package let sendsWithoutSignal: Bool
  /// Whether browser and server send the event with one id; false where only the server sends it.
  package let hasSharedID: Bool

  /// A decision.
  package init(
    tag: String, event: String, consentTypes: [String], sendsWithoutSignal: Bool,
    hasSharedID: Bool
  ) {
    self.tag = tag
    self.event = event
    self.consentTypes = consentTypes
    self.sendsWithoutSignal = sendsWithoutSignal
    self.hasSharedID = hasSharedID
  }
}
