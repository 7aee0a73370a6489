import TagManager

/// A small invented container with one entity of each kind.
enum Sample {
  static let export = ContainerExport(
    version: version.placed(inAccount: "1", container: "2", fingerprint: "0000000000000"),
    exportTime: "1970-01-01 00:00:00")

  static let version = ContainerVersion(
    container: Container(
      name: "Shop", publicID: "GTM-EXAMPLE", usageContexts: [.server],
      taggingServerURLs: ["https://tags.example.com"]),
    tags: [tag], triggers: [trigger], variables: [variable],
    folders: [Folder(id: "6", name: "TikTok")],
    builtInVariables: [BuiltInVariable(type: .eventName, name: "Event Name")],
    zones: [
      Zone(
        id: "10", name: "zone",
        childContainers: [ZoneChildContainer(publicID: "GTM-CHILD", nickname: "child")],
        boundary: ZoneBoundary(
          conditions: [Condition("{{Page Path}}", .startsWith, "/shop")],
          customEvaluationTriggerIDs: ["4"]),
        typeRestriction: ZoneTypeRestriction(enable: true, allowedTypeIDs: ["html"]))
    ],
    customTemplates: [
      TemplateEntity(
        id: "8", name: "Template", templateData: "___INFO___\n\n{}\n\n\n",
        galleryReference: GalleryReference(host: "github.com", owner: "example"))
    ],
    clients: [
      Client(
        id: "7", name: "GA4", type: "gaaw_client",
        parameters: [.boolean("activateDefaultPaths", true)], priority: 100)
    ],
    gtagConfigs: [GtagConfig(id: "11", type: "google")],
    transformations: [
      Transformation(
        id: "9", name: "exclude", type: "tf_exclude_params",
        parameters: [
          .list("affectedTags", [.map([.tagReference("tagReference", "Purchase", isWeak: false)])]),
          .list("affectedTagTypes", []),
        ])
    ])

  static let tag = Tag(
    id: "3", name: "Purchase", type: "cvt_2_8",
    parameters: [
      .template("value", "{{ed.value}} {{Event Name}}"), .template("empty", ""),
      .integer("retries", 2), .table("map", [["key": "a", "value": "{{b}}"]]),
    ],
    firingTriggerIDs: ["4", ReservedTrigger.allEvents.id], blockingTriggerIDs: ["4"],
    priority: .integer(nil, 10), notes: "<&=>",
    setupTags: [SetupTag(tagName: "Linker", stopOnSetupFailure: true)],
    teardownTags: [TeardownTag(tagName: "End")], parentFolderID: "6", paused: true,
    consentSettings: .needed(["ad_storage"]))

  static let trigger = Trigger(
    id: "4", name: "purchase", type: .customEvent,
    customEventFilters: [Condition("{{_event}}", .equals, "purchase")],
    filters: [
      Condition(
        "{{Client Name}}", .matchesRegularExpression, "^ga4$", ignoresCase: true, isNegated: true)
    ])

  static let variable = Variable(
    id: "5", name: "ed.value", type: "ed",
    parameters: [.boolean("setDefaultValue", false), .template("keyPath", "value")])
}
