import CustomTemplate
import Simulator

/// Which tags and triggers fired while a pair of containers was played, and why the others did not.
struct FiringRecord {
  /// The triggers that fired, as far as tags have asked them.
  private(set) var held: Set<SiteTrial.TriggerKey> = []
  private var fired: Set<String> = []
  private var decisions: [String: FiringDecision] = [:]
  private var misses: [SiteTrial.TriggerKey: FiringDecision.Miss] = [:]

  /// Takes in what one act led to.
  mutating func take(_ played: PlayedAct, _ pixelTags: Set<String>, _ serverTags: Set<String>) {
    held.formUnion(played.heldTriggers)
    for tag in played.pageTags where pixelTags.contains(tag.name) { take(tag, .web) }
    for (_, tag) in played.serverTags where serverTags.contains(tag.name) { take(tag, .server) }
  }

  private mutating func take(_ tag: TagResult, _ side: CustomTemplate.Side) {
    let key = Self.key(side, tag.name)
    if tag.isFired { fired.insert(key) }
    switch decisions[key] {
    case nil, .missed?: decisions[key] = tag.decision
    default: break
    }
    guard case .missed(let misses) = tag.decision else { return }
    for miss in misses {
      let trigger = SiteTrial.TriggerKey(side, miss.trigger)
      if let old = self.misses[trigger], !old.isAboutName { continue }
      self.misses[trigger] = miss
    }
  }

  /// Whether a tag fired.
  func hasFired(_ tag: String, _ side: CustomTemplate.Side) -> Bool {
    fired.contains(Self.key(side, tag))
  }

  /// Returns the reason why a tag did not fire when it came nearest to firing.
  func reason(for tag: String, _ side: CustomTemplate.Side) -> String {
    decisions[Self.key(side, tag)]?.reason ?? "no hit of the web container reaches it"
  }

  /// The condition for which a trigger did not fire, one that is not on the event's name before any other.
  func miss(of trigger: SiteTrial.TriggerKey) -> FiringDecision.Miss? { misses[trigger] }

  private static func key(_ side: CustomTemplate.Side, _ tag: String) -> String {
    "\(side.rawValue) \(tag)"
  }
}

extension [TagResult] {
  /// The first that did not fire for anything else than the event's name; the last where all did not for that.
  var mostTelling: TagResult? {
    first { result in
      guard case .missed(let misses) = result.decision else { return true }
      return !misses.allSatisfy(\.isAboutName)
    } ?? last
  }
}

extension FiringDecision.Miss {
  /// Whether the trigger did not fire because it is for other events.
  var isAboutName: Bool {
    ["{{_event}}", "{{Event}}", "{{Event Name}}"].contains(condition?.leftText)
  }
}
