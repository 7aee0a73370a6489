extension Trigger {
  /// The settings beside the parameters, by the members of a container's file, in their order there.
  package static let settings:
    [(member: String, path: any WritableKeyPath<Trigger, Parameter?> & Sendable)] = [
      ("waitForTags", \.waitForTags), ("checkValidation", \.checkValidation),
      ("waitForTagsTimeout", \.waitForTagsTimeout), ("uniqueTriggerId", \.uniqueTriggerID),
      ("eventName", \.eventName), ("interval", \.interval), ("limit", \.limit),
      ("selector", \.selector), ("intervalSeconds", \.intervalSeconds),
      ("maxTimerLengthSeconds", \.maxTimerLengthSeconds),
      ("verticalScrollPercentageList", \.verticalScrollPercentageList),
      ("horizontalScrollPercentageList", \.horizontalScrollPercentageList),
      ("visibilitySelector", \.visibilitySelector),
      ("visiblePercentageMin", \.visiblePercentageMin),
      ("visiblePercentageMax", \.visiblePercentageMax),
      ("continuousTimeMinMilliseconds", \.continuousTimeMinMilliseconds),
      ("totalTimeMinMilliseconds", \.totalTimeMinMilliseconds),
    ]

  /// A setting by its member; writing one that is not known does nothing.
  package subscript(setting member: String) -> Parameter? {
    get {
      Self.settings.first { $0.member == member }.flatMap { self[keyPath: $0.path] }
    }
    set {
      guard let setting = Self.settings.first(where: { $0.member == member }) else { return }
      self[keyPath: setting.path] = newValue
    }
  }
}
