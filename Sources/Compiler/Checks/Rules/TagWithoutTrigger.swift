import TagwrightPlan

extension Rule {
  /// A tag without a trigger never fires.
  static let tagWithoutTrigger = Rule(
    warning: .tagWithoutTrigger,
    "a tag fires on no trigger",
    documentation: """
      'firing:' lists what a tag fires on. A tag with an empty list stands in the container and does nothing.
      """,
    wrong: .container(
      """
      RawTag("Partner", type: "partner", firing: [])
      """),
    right: .container(
      """
      RawTag("Partner", type: "partner", firing: [.allEvents()])
      """),
    check: .container { container in
      container.tagSettings.filter { $0.settings.triggers.isEmpty }.map { tag in
        Finding(
          "tag '\(tag.name)' fires on no trigger", at: tag.place,
          mend: "name a trigger in 'firing:'")
      }
    })
}
