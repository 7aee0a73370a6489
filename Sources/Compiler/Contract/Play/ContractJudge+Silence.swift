import CustomTemplate
import Simulator
import TagManager

extension ContractJudge {
  /// Says which triggers of a tag never fired, and why; of a tag without any, that it never fired itself.
  ///
  /// - Parameters:
  ///   - obstacles: why no page was found for some triggers.
  ///   - isTold: whether the tag's silence for an event was told already.
  mutating func judgeSilence(
    of tag: Tag, _ side: CustomTemplate.Side, _ container: ContractContainer,
    _ obstacles: [SiteTrial.TriggerKey: TrialObstacle], isTold: (String?) -> Bool
  ) {
    let triggers = container.triggers(of: tag)
    let silent = triggers.filter { !record.held.contains(.init(side, $0.name)) }
    guard silent.isEmpty else {
      for trigger in silent {
        let events = container.eventNames(of: trigger) ?? []
        guard events.isEmpty ? !isTold(nil) : !events.contains(where: isTold) else { continue }
        let subject = triggers.count == 1 ? "'\(tag.name)'" : "'\(tag.name)' on '\(trigger.name)'"
        judgeSilence(
          of: trigger, of: tag, side, events.first, obstacles[.init(side, trigger.name)], subject)
      }
      return
    }
    let events = container.eventNames(of: tag) ?? []
    guard !record.hasFired(tag.name, side), !(events.first.map(isTold) ?? isTold(nil)) else {
      return
    }
    add(
      neverFires: "'\(tag.name)' never fires: \(record.reason(for: tag.name, side))", tag, side,
      events.first)
  }

  private mutating func judgeSilence(
    of trigger: Trigger, of tag: Tag, _ side: CustomTemplate.Side, _ event: String?,
    _ obstacle: TrialObstacle?, _ subject: String
  ) {
    let miss = record.miss(of: .init(side, trigger.name))
    var limited = sides
    limited.event = event
    limited.trigger = trigger.name
    var reason = miss?.text ?? "no hit of the web container reaches it"
    if ContractRule.triggerNeverTrue.findings(limited).isEmpty {
      switch obstacle {
      case .exclusion?: reason = obstacle?.words ?? reason
      case .fixed(let condition)? where miss?.condition?.text == condition: break
      case .fixed?, .untried?:
        return gaps.append("tag \(subject): \(obstacle?.words ?? reason)")
      case nil:
        // Conditions may ask for more than was thought of.
        if let miss, !miss.isAboutName {
          return gaps.append("tag \(subject), which fired for nothing that was tried: \(reason)")
        }
      }
    }
    add(neverFires: "\(subject) never fires: \(reason)", tag, side, event, trigger.name)
  }

  private mutating func add(
    neverFires message: String, _ tag: Tag, _ side: CustomTemplate.Side, _ event: String?,
    _ trigger: String? = nil
  ) {
    observations.append(
      Observation(
        symptom: .neverFires, event: event ?? "", side: side == .web ? .web : .server,
        tag: tag.name, message: message,
        fix: "let its trigger ask for what pages push and hits carry, or take the tag away",
        trigger: trigger))
  }
}
