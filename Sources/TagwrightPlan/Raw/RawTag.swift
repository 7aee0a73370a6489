package import Diagnostics

/// A tag in Tag Manager's own terms, for types that the plan has no word for.
public struct RawTag: Sendable {
  package let name: String
  package let type: RawType
  package let parameters: [RawParameter]
  package private(set) var settings: TagSettings
  package let place: SourcePlace

  /// Declares a tag by its type's name in container exports, such as `sgtmadscl`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [],
    firing triggers: [TriggerReference], blocking blockingTriggers: [TriggerReference] = [],
    priority: Int? = nil, isPaused: Bool = false, notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = .named(type)
    self.parameters = parameters
    settings = TagSettings(
      triggers: triggers, blockingTriggers: blockingTriggers, priority: priority,
      isPaused: isPaused, notes: notes)
    place = TagwrightPlan.place(file, line)
  }

  /// Declares a tag of a template that is taken as it is; its parameters are not checked against the template.
  public init(
    _ name: String, template: RawTemplate, parameters: [RawParameter] = [],
    firing triggers: [TriggerReference], blocking blockingTriggers: [TriggerReference] = [],
    priority: Int? = nil, isPaused: Bool = false, notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    type = .template(template)
    self.parameters = parameters
    settings = TagSettings(
      triggers: triggers, blockingTriggers: blockingTriggers, priority: priority,
      isPaused: isPaused, notes: notes)
    place = TagwrightPlan.place(file, line)
  }
}

extension RawTag {
  /// The number of times that the tag fires; without it at most once for each event.
  public func limited(to limit: FiringLimit) -> RawTag { with { $0.limit = limit } }

  /// The consent that Tag Manager holds the tag back for; without it nothing is set.
  public func consent(_ consent: TagConsent) -> RawTag { with { $0.consent = consent } }

  /// The tag that fires before this one.
  ///
  /// - Parameters:
  ///   - name: the other tag's name.
  ///   - stopsOnFailure: whether this tag is held back where the other fails; `nil` where Tag Manager's export says
  ///     nothing of it.
  public func setUp(by name: String, stopsOnFailure: Bool? = nil) -> RawTag {
    with { $0.setUp.append(NeighbourTag(name: name, stopsOnFailure: stopsOnFailure)) }
  }

  /// The tag that fires after this one.
  ///
  /// - Parameters:
  ///   - name: the other tag's name.
  ///   - stopsOnFailure: whether the other is held back where this tag fails; `nil` where Tag Manager's export says
  ///     nothing of it.
  public func tearDown(by name: String, stopsOnFailure: Bool? = nil) -> RawTag {
    with { $0.tearDown.append(NeighbourTag(name: name, stopsOnFailure: stopsOnFailure)) }
  }

  /// The time in which the tag fires at all, in milliseconds since 1970.
  public func scheduled(from start: Int? = nil, until end: Int? = nil) -> RawTag {
    with {
      $0.start = start
      $0.end = end
    }
  }

  /// The tag fires only in the published container, not in preview.
  public func liveOnly() -> RawTag { with { $0.isLiveOnly = true } }

  /// Settings beside the parameters, by their names in container exports: `priority` where it is not a number, and
  /// `monitoringMetadata`.
  public func setting(_ settings: RawParameter...) -> RawTag { with { $0.others += settings } }

  /// The key under which monitoring gets the tag's name.
  public func monitored(nameKey: String) -> RawTag { with { $0.monitoringNameKey = nameKey } }

  private func with(_ change: (inout TagSettings) -> Void) -> RawTag {
    var copy = self
    change(&copy.settings)
    return copy
  }
}
