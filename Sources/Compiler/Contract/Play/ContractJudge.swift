import CustomTemplate
import SandboxedJS
import Simulator
import TagManager

/// Holds what the two halves of a set-up did against each other, for one destination, act after act.
struct ContractJudge {
  let counting: EventCounting
  let sides: ContractSides
  var observations: [Observation] = []
  /// The events of the site that both sides sent and the destination counts once.
  private(set) var agreed: Set<String> = []
  /// The number of times that both sides' events were counted once.
  private(set) var mergeCount = 0
  /// Remarks that are not findings but should not be passed over, each once.
  private(set) var notes: [String] = []
  /// The names that each side has sent.
  private var names: [ReceivedEvent.Origin: Set<String>] = [.pixel: [], .server: []]
  private var alone: [Alone] = []
  private var known: Set<Key> = []
  private var ids: [Key: TrialVisit.Act] = [:]
  /// A record of what fired, and why the rest did not.
  private(set) var record = FiringRecord()
  /// Tags of which it cannot be told whether they ever fire, a line each.
  var gaps: [String] = []
  private let pixelTags: Set<String>
  private let serverTags: Set<String>

  /// The key of an observation that is reported once.
  private struct Key: Hashable {
    let event: String
    let name: String
    let pixel: String?
    let id: String?
  }

  /// One side's event without the other's; how much it matters shows when everything was played.
  private struct Alone {
    let observation: Observation
    let origin: ReceivedEvent.Origin
    let name: String
  }

  init(_ counting: EventCounting, _ sides: ContractSides) {
    self.counting = counting
    self.sides = sides
    pixelTags = Set(sides.web.pixelTags.map(\.tag.name))
    serverTags = Set(sides.server.tags.map(\.tag.name))
  }

  // MARK: Acts

  /// Takes in what one act led to.
  mutating func take(_ played: PlayedAct) {
    record.take(played, pixelTags, serverTags)
    let received = played.received(counting)
    for one in received { names[one.event.origin, default: []].insert(one.event.name) }
    var count = DestinationCount(counting)
    let verdicts = count.receive(received.map(\.event), at: 0)
    func half(_ origin: ReceivedEvent.Origin, of verdict: CountVerdict) -> PlayedAct.Received? {
      verdict.events.first { $0.origin == origin }.flatMap { event in
        received.first { $0.event == event }
      }
    }
    var counted: Set<Key> = []
    for verdict in verdicts {
      let pixel = half(.pixel, of: verdict)
      let server = half(.server, of: verdict)
      guard let first = pixel ?? server else { continue }
      let key = Key(
        event: played.event, name: first.event.name, pixel: first.event.pixel, id: nil)
      if let pixel, let server {
        if verdict.isDouble {
          judgeDouble(pixel, server, verdict, played, key)
        } else {
          judgeShared(pixel, server, verdict, played, key)
        }
      } else {
        judgeAlone(first, played, key)
      }
      if !counted.insert(key).inserted { judgeTwice(first, played, key) }
      judgeID(first, played)
      if let server { judgeValues(server, played) }
    }
  }

  private mutating func add(_ observation: Observation, _ key: Key) {
    guard known.insert(key).inserted else { return }
    observations.append(observation)
  }

  private mutating func judgeDouble(
    _ pixel: PlayedAct.Received, _ server: PlayedAct.Received, _ verdict: CountVerdict,
    _ played: PlayedAct, _ key: Key
  ) {
    let symptom: Observation.Symptom =
      if counting.rule.distinguishes(pixel.event, server.event) {
        .names
      } else if pixel.event.pixel != nil, server.event.pixel != nil,
        pixel.event.pixel != server.event.pixel
      {
        .pixels
      } else if pixel.event.id == nil {
        .noPixelID
      } else if server.event.id == nil {
        .noServerID
      } else {
        .ids
      }
    let fix =
      switch symptom {
      case .names: "use one name on both sides: other names, also older ones, are other events"
      case .pixels: "use one pixel code on both sides"
      case .ids where pixel.pageEvent != server.pageEvent:
        "'\(pixel.tag)' fires on '\(pixel.pageEvent)' and '\(server.hit?.tag ?? "the GA4 tag")' on "
          + "'\(server.pageEvent)', and each of them has an id of its own: let both fire on one"
      case .noPixelID: "give the pixel the event id of the GA4 tag"
      case .noServerID: "map the event id field to the event data's 'event_id'"
      default: "let pixel and GA4 tag take the id from one variable, which is the same for both"
      }
    let serverIsAt = symptom == .noServerID
    add(
      Observation(
        symptom: symptom, event: played.event, side: serverIsAt ? .server : .web,
        tag: serverIsAt ? server.tag : pixel.tag,
        message: "\(counting.service) counts 2 \(verdict.name) for '\(played.event)'"
          + "\(played.words): \(verdict.reason)", fix: fix, isWarning: played.act.kind == .bare,
        pixelTag: pixel.tag, serverTag: server.tag), key)
  }

  private mutating func judgeShared(
    _ pixel: PlayedAct.Received, _ server: PlayedAct.Received, _ verdict: CountVerdict,
    _ played: PlayedAct, _ key: Key
  ) {
    guard let id = pixel.event.id, id == server.event.id else {
      return add(
        Observation(
          symptom: .noServerID, event: played.event, side: .server, tag: server.tag,
          message:
            "the server sends '\(server.event.name)' for '\(played.event)' without an event id",
          fix: "map the event id field to the event data's 'event_id'",
          isWarning: played.act.kind == .bare, pixelTag: pixel.tag, serverTag: server.tag), key)
    }
    // A pixel that is named when it starts, and not in each call, shows in the tag's field.
    if pixel.event.pixel == nil, let own = sides.pixel(of: pixel.tag),
      let other = server.event.pixel,
      own != other, sides.server.tags.contains(where: { $0.pixel == other })
    {
      return add(
        Observation(
          symptom: .pixels, event: played.event, side: .web, tag: pixel.tag,
          message: "'\(played.event)' goes to the pixel '\(own)', from the server to '\(other)'",
          fix: "use one pixel code on both sides", pixelTag: pixel.tag, serverTag: server.tag), key)
    }
    agreed.insert("\(played.event) \(server.event.pixel ?? "") \(server.event.name)")
    mergeCount += 1
    if played.visit.consent == "without consent" {
      observations.append(
        Observation(
          symptom: .sentWithoutConsent, event: played.event, side: .web, tag: pixel.tag,
          message: "pixel and server send '\(played.event)' without consent", fix: "",
          pixelTag: pixel.tag, serverTag: server.tag))
    }
  }

  private mutating func judgeAlone(
    _ one: PlayedAct.Received, _ played: PlayedAct, _ key: Key
  ) {
    guard known.insert(key).inserted else { return }
    let isPixel = one.event.origin == .pixel
    // What cannot be run may do the other half.
    let isUnsure =
      isPixel
      ? played.serverTags.contains { serverTags.contains($0.result.name) && $0.result.isUnrun }
      : played.pageTags.contains { pixelTags.contains($0.name) && $0.isUnrun }
    guard !isUnsure else { return }
    if isPixel, !played.visit.hasConsentMode {
      known.remove(key)
      let note =
        "on a page without consent mode the pixel fires, and the server, which gets no signal, does not send"
      if !notes.contains(note) { notes.append(note) }
      return
    }
    let subject = "'\(one.event.name)' for '\(played.event)'\(played.words)"
    var symptom: Observation.Symptom = isPixel ? .pixelAlone : .serverAlone
    if played.visit.consent != nil { symptom = .consent }
    let serverCause = isPixel ? ServerCause(played, sides) : nil
    let cause = isPixel ? serverCause?.words : pixelCause(of: one, played)
    if serverCause?.isPastServer == true { symptom = .pastServer }
    if serverCause?.isOnOtherSite == true { symptom = .otherServer }
    let advice =
      symptom == .consent
      ? "let both ask for the same consent: a refusal in the browser holds on the server too"
      : "let both fire for the same, with the same event id"
    alone.append(
      Alone(
        observation: Observation(
          symptom: symptom, event: played.event, side: isPixel ? .web : .server, tag: one.tag,
          message: isPixel
            ? "the pixel sends \(subject), the server does not"
            : "the server sends \(subject), the pixel does not",
          fix: [cause, advice].compactMap(\.self).joined(separator: "; "),
          pixelTag: isPixel ? one.tag : nil, serverTag: isPixel ? nil : one.tag,
          sentName: one.event.name),
        origin: one.event.origin, name: one.event.name))
  }

  /// Explains in words why the server sent something that the pixel was not called for.
  private func pixelCause(of one: PlayedAct.Received, _ played: PlayedAct) -> String? {
    let tags = Set(
      sides.web.pixelTags(for: played.event).filter { sides.pixelName(of: $0) == one.event.name }
        .map(
          \.tag.name))
    if tags.isEmpty,
      let paused = sides.web.pausedPixelTags.first(where: {
        $0.events?.contains(played.event) == true && sides.pixelName(of: $0) == one.event.name
      })
    {
      return "'\(paused.tag.name)' is paused"
    }
    let results = played.pageTags.filter { tags.contains($0.name) }
    if let silent = results.mostTelling, !results.contains(where: \.isFired) {
      return "'\(silent.name)' did not fire: \(silent.decision.reason)"
    }
    let sender = played.serverTags.first {
      $0.result.isFired && $0.result.name == one.tag
    }
    return sender.map { "'\($0.result.name)' fires on \($0.result.decision.reason)" }
  }

  private mutating func judgeTwice(
    _ one: PlayedAct.Received, _ played: PlayedAct, _ key: Key
  ) {
    add(
      Observation(
        symptom: .twice, event: played.event, side: one.event.origin == .pixel ? .web : .server,
        tag: one.tag,
        message: "'\(played.event)'\(played.words) leads to several '\(one.event.name)', each with "
          + "an id of its own",
        fix: "let one tag send it, or let all of them take the id from one variable"),
      Key(event: key.event, name: key.name, pixel: key.pixel, id: "twice"))
  }

  /// An id that an earlier event had already.
  private mutating func judgeID(_ one: PlayedAct.Received, _ played: PlayedAct) {
    let act = played.act
    guard let id = one.event.id, act.kind != .varied, played.visit.consent == nil else { return }
    let key = Key(event: "", name: one.event.name, pixel: one.event.pixel, id: id)
    guard let earlier = ids[key] else {
      ids[key] = act
      return
    }
    guard earlier != act, id != act.order else { return }
    let isPixel = one.event.origin == .pixel
    add(
      Observation(
        symptom: .sameID, event: played.event, side: isPixel ? .web : .server, tag: one.tag,
        message: act.kind == .bare
          ? "a '\(played.event)' that is pushed with its name alone has the id of the one before it, '\(id)': it is not counted"
          : "two '\(played.event)' have the id '\(id)': \(counting.service) counts the first alone",
        fix: "use a variable whose value is new for each event, such as Tagwright's 'Event Id'",
        isWarning: act.kind == .bare),
      Key(event: played.event, name: one.event.name, pixel: one.event.pixel, id: "same"))
  }

  /// Judges the values that a request lacks in the usual state.
  private mutating func judgeValues(_ server: PlayedAct.Received, _ played: PlayedAct) {
    guard played.act.kind == .usual, played.visit.consent == nil else { return }
    let cookie = sides.vocabulary.browserID.cookie
    if let own = played.visit.visit.cookies.first(where: { $0.name == cookie })?.value,
      server.event.browserID != own
    {
      add(
        Observation(
          symptom: .browserID, event: played.event, side: .server, tag: server.tag,
          message:
            "the server sends '\(played.event)' without the browser id that '\(cookie)' holds",
          fix: "send the cookie along with the GA4 tag, and map it to the tag's field"),
        Key(event: played.event, name: server.tag, pixel: nil, id: "browser"))
    }
    guard sides.vocabulary.conversions.contains(server.event.name), let request = server.request,
      let endpoint = RequestForm.known.first(where: { $0.address.contains(sides.vocabulary.host) })
    else { return }
    for path in endpoint.missingMembers(of: request) {
      let member = path.split(separator: ".").last.map(String.init) ?? path
      add(
        Observation(
          symptom: .conversion, event: played.event, side: .server, tag: server.tag,
          message: "'\(played.event)' is sent without '\(member)'", fix: "", member: member),
        Key(event: played.event, name: server.tag, pixel: nil, id: member))
    }
  }

  // MARK: The end

  /// Everything that was seen, when all is played.
  ///
  /// - Parameter obstacles: why no page was found for some triggers.
  mutating func finish(_ obstacles: [SiteTrial.TriggerKey: TrialObstacle]) {
    let called = names[.pixel, default: []].union(sides.web.pixelTags.compactMap(sides.pixelName))
    let sent = names[.server, default: []].union(
      sides.server.tags.flatMap { tag in (tag.events ?? []).compactMap { tag.sentName(of: $0) } })
    for one in alone where one.origin == .pixel || sides.web.hasPixel {
      var observation = one.observation
      let triggers = sides.server.triggers(for: observation.event)
      if observation.symptom == .pixelAlone, !triggers.isEmpty,
        triggers.allSatisfy({ !record.held.contains(.init(.server, $0.name)) })
      {
        observation.symptom = .neverOnServer
      }
      observation.isWarning = !(one.origin == .pixel ? sent : called).contains(one.name)
      observations.append(observation)
    }
    let told = Set(alone.map(\.name))
    for tag in sides.server.tags {
      judgeSilence(of: tag.tag, .server, sides.server.container, obstacles) { event in
        tag.sentName(of: event ?? "").map(told.contains) ?? false
      }
    }
    for tag in sides.web.pixelTags {
      let isTold = sides.pixelName(of: tag).map(told.contains) ?? false
      judgeSilence(of: tag.tag, .web, sides.web.container, obstacles) { _ in isTold }
    }
  }
}

extension TagResult {
  /// Whether it fired and its code could not be run.
  var isUnrun: Bool { isFired && outcome == .notSimulated }
}
