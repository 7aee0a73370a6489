import JSONText
import TagManager

/// Two states of a container of any size: one tag in ten differs, and every id is another.
enum SampleContainers {
  /// The bytes of an export with so many tags, each with ten settings, and a trigger for every five.
  static func export(tags: Int, firstID: Int, isChanged: Bool) -> [UInt8] {
    ContainerExport(version: version(tags: tags, firstID: firstID, isChanged: isChanged))
      .json(.export).bytes(.compact)
  }

  /// The same container as a value.
  static func version(tags count: Int, firstID: Int, isChanged: Bool) -> ContainerVersion {
    let triggers = (0..<(count / 5)).map { number in
      Trigger(
        id: "\(firstID + count + number)", name: "event \(number)", type: .customEvent,
        customEventFilters: [Condition("{{_event}}", .equals, "event_\(number)")])
    }
    let tags = (0..<count).map { number in
      Tag(
        id: "\(firstID + number)", name: "Tag \(number)", type: "sgtmgaaw",
        parameters: (0..<10).map { setting in
          let value =
            isChanged && number % 10 == 0 && setting == 3 ? "changed" : "{{ed.\(setting)}}"
          return .template("setting\(setting)", value)
        }, firingTriggerIDs: [triggers[number / 5].id])
    }
    let variables = (0..<10).map { number in
      Variable(
        id: "\(firstID + 2 * count + number)", name: "ed.\(number)", type: "ed",
        parameters: [.template("keyPath", "setting\(number)")])
    }
    let version = ContainerVersion(
      container: Container(name: "Benchmark", usageContexts: [.server]), tags: tags,
      triggers: triggers, variables: variables)
    return version.placed(
      inAccount: "1", container: "\(firstID)", fingerprint: "0000000000000")
  }
}
