/// Something in which pixel and server did not do the same when an event was played.
struct Observation {
  /// The symptoms that can be observed.
  enum Symptom: Hashable {
    /// Both have it, but a destination counts two.
    case names, pixels, ids
    /// One of both has no id.
    case noPixelID, noServerID
    /// One side alone has it.
    case pixelAlone, serverAlone
    /// The pixel alone has it, and no tag of the server that is for it ever fires.
    case neverOnServer
    /// One side alone has it, but only in a state of consent.
    case consent
    /// Pixel and server send it although consent was refused.
    case sentWithoutConsent
    /// Two events have one id.
    case sameID
    /// One act leads to two events of one name.
    case twice
    /// The hit goes past the server, or to another one.
    case pastServer, otherServer
    /// The server does not get what identifies the browser.
    case browserID
    /// A conversion lacks what makes it one.
    case conversion
    /// A tag never fires.
    case neverFires
  }

  var symptom: Symptom
  /// The event, as the site calls it.
  let event: String
  let side: ContractFinding.Side
  let tag: String
  let message: String
  /// The reason for the observation, or what to do about it.
  let fix: String
  var isWarning = false
  /// The tags that it is about, and the destination's name for the event; `nil` where they are not known.
  var pixelTag: String?
  var serverTag: String?
  /// The trigger that it is about; `nil` for all of the tag's.
  var trigger: String?
  var sentName: String?
  /// The member that is missing; `nil` where the whole event is meant.
  var member: String?
}
