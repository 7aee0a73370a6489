import TagManager
import TestSupport

/// A container made up from a seed: every kind of entity and every kind of setting, also those that no real file has.
struct SeededContainer {
  private var random: SeededGenerator
  private(set) var version = ContainerVersion(
    accountID: "1", containerID: "2",
    container: Container(name: "Made up", publicID: "GTM-MADE1", usageContexts: [.server]))
  private let side: UsageContext

  init(seed: Int) {
    random = SeededGenerator(seed: UInt64(seed))
    side = seed.isMultiple(of: 2) ? .server : .web
    version.container?.usageContexts = [side]
    fill()
  }

  // MARK: Chance

  private mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }

  private mutating func chance(_ limit: Int = 2) -> Bool { number(below: limit) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  private mutating func some<Value>(
    _ limit: Int, _ make: (inout SeededContainer) -> Value
  ) -> [Value] {
    (0..<number(below: limit + 1)).map { _ in make(&self) }
  }

  // MARK: Texts

  private mutating func text() -> String {
    pick([
      "value", "", "{{\(pick(Self.names)) 1}}", "{{Event Name}} and {{Page URL}}", "say \"it\"",
      "a\\b", "two\nlines", "tab\there\n", "\"\"\" in\nlines", "#\"\"\"#\n\\#(x)", "ü – ß",
      "e\u{301}", "{{ not one }", "{{Gone}}", "0", "true", "12345678901234567890", "cvt_1_2",
      "\u{200B}hidden", "line\r\nend", "\\(code)",
    ])
  }

  private static let names = [
    "Purchase", "GA4 - All Events", "default", "class", "ü", "42 is it", "Meta – \"Kauf\"", "a  b",
    "purchase", "  padded", "Ünïcode", "🎉", "Self",
  ]

  private mutating func name(_ index: Int) -> String { "\(pick(Self.names)) \(index)" }

  // MARK: Parts

  private mutating func parameter(_ key: String?, depth: Int = 0) -> Parameter {
    switch number(below: depth > 2 ? 5 : 9) {
    case 0: .template(key, text())
    case 1: .boolean(key, chance())
    case 2: Parameter(type: .boolean, key: key, value: "{{Debug Mode}}")
    case 3: .integer(key, number(below: 100))
    case 4: Parameter(type: .template, key: key, value: text())
    case 5:
      .list(
        key,
        some(3) { made in
          .map((0...made.number(below: 2)).map { made.parameter("k\($0)", depth: depth + 1) })
        })
    case 6: .list(key, some(3) { .template(nil, $0.text()) })
    case 7: .tagReference(key, text(), isWeak: pick([nil, true, false]))
    default: Parameter(type: .map, key: key, map: [parameter("inner", depth: depth + 1)])
    }
  }

  private mutating func parameters() -> [Parameter] {
    (0..<number(below: 5)).map { parameter("key\($0)") }
  }

  private mutating func condition() -> Condition {
    let left = pick(["{{Event Name}}", "{{Page URL}}", "{{Client Name}}", "plain", "{{A}}{{B}}"])
    if chance(8) { return Condition(type: .equals, parameters: parameters()) }
    return Condition(
      left, pick(ConditionType.all), pick(["x", "", "5", "0.5", "05", "{{Gone}}", "^a|b$"]),
      ignoresCase: chance(4), isNegated: chance(3))
  }

  private mutating func triggerIDs() -> [String] {
    var ids: [String] = []
    for trigger in version.triggers where chance(3) { ids.append(trigger.id) }
    if chance(4) { ids.append(side == .server ? "2147479574" : "2147479553") }
    if chance(8) { ids.append("999") }
    return ids
  }

  private mutating func folderID() -> String? {
    if chance(12) { return "888" }
    return chance() ? nil : version.folders.isEmpty ? nil : pick(version.folders).id
  }

  private mutating func type(_ words: [String]) -> String {
    if !version.customTemplates.isEmpty, chance(3) {
      return "cvt_2_\(pick(version.customTemplates).id)"
    }
    return pick(words)
  }

  // MARK: Entities

  private mutating func fill() {
    var id = 10
    func next() -> String {
      id += 1
      return String(id)
    }
    for index in 0..<number(below: 4) {
      version.folders.append(
        Folder(id: next(), name: name(index), notes: chance(3) ? text() : nil))
    }
    for index in 0..<number(below: 3) {
      let gallery = GalleryReference(
        host: pick(["github.com", nil, "example.com"]), owner: "someone", repository: "template",
        version: String(repeating: "ab", count: 20), isModified: pick([nil, true]),
        signature: String(repeating: "cd", count: 32),
        galleryTemplateID: pick([nil, "ABC\(index)"]))
      version.customTemplates.append(
        TemplateEntity(
          id: next(), name: name(index), templateData: "___INFO___\n\n\(text())\n\n\n",
          galleryReference: chance() ? gallery : nil))
    }
    for word in ["EVENT_NAME", "PAGE_URL", "DEBUG_MODE"] where chance() {
      let type = BuiltInVariableType(rawValue: word)
      version.builtInVariables.append(BuiltInVariable(type: type, name: type.displayName))
    }
    for index in 0..<number(below: 7) { addTrigger(next(), index) }
    for index in 0..<number(below: 7) { addVariable(next(), index) }
    for index in 0..<number(below: 25) { addTag(next(), index) }
    for index in 0..<number(below: 3) {
      version.clients.append(
        Client(
          id: next(), name: name(index), type: type(["gaaw_client", "gtm_client"]),
          parameters: parameters(), priority: pick([nil, 0, 7, -1]), parentFolderID: folderID(),
          notes: chance(4) ? text() : nil))
    }
    for index in 0..<number(below: 3) {
      version.transformations.append(
        Transformation(
          id: next(), name: name(index), type: "tf_augment_event", parameters: parameters(),
          parentFolderID: folderID(), notes: chance(4) ? text() : nil))
    }
    for index in 0..<number(below: 2) { addZone(next(), index) }
    if chance(5) {
      version.gtagConfigs.append(
        GtagConfig(id: next(), type: "google", parameters: parameters()))
    }
  }

  private mutating func addTrigger(_ id: String, _ index: Int) {
    var trigger = Trigger(
      id: id, name: name(index),
      type: pick([.customEvent, .always, .pageview, .linkClick, .triggerGroup]),
      filters: some(3) { $0.condition() }, parentFolderID: folderID(),
      notes: chance(4) ? text() : nil)
    if trigger.type == .customEvent {
      trigger.customEventFilters = [
        Condition(
          "{{_event}}", pick([.equals, .matchesRegularExpression, .contains]), text(),
          isNegated: chance(6))
      ]
    }
    if trigger.type == .triggerGroup {
      let ids = version.triggers.map { Parameter.triggerReference(nil, $0.id) }
      trigger.parameters = [.list("triggerIds", ids)]
    }
    if trigger.type == .linkClick {
      trigger.waitForTags = .boolean(nil, chance())
      trigger.waitForTagsTimeout = .template(nil, "2000")
      trigger.autoEventFilters = some(2) { $0.condition() }
    }
    version.triggers.append(trigger)
  }

  private mutating func addVariable(_ id: String, _ index: Int) {
    let rows = Parameter.list(
      "map", some(3) { .map([.template("key", $0.text()), .template("value", $0.text())]) })
    let shapes: [(String, [Parameter])] = [
      ("c", [.template("value", text())]),
      ("ed", [.boolean("setDefaultValue", false), .template("keyPath", "a.b")]),
      ("smm", [.boolean("setDefaultValue", false), .template("input", text()), rows]),
      (
        "remm",
        [
          .boolean("setDefaultValue", true), .template("defaultValue", text()),
          .boolean("fullMatch", chance()), .boolean("replaceAfterMatch", chance()),
          .boolean("ignoreCase", chance()), .template("input", "{{Event Name}}"), rows,
        ]
      ),
      ("v", [.integer("dataLayerVersion", 1), .boolean("setDefaultValue", false)]),
      (type(["jsm", "vr"]), parameters()),
    ]
    let (type, parameters) = pick(shapes)
    var variable = Variable(
      id: id, name: name(index), type: type, parameters: parameters,
      notes: chance(4) ? text() : nil, parentFolderID: folderID())
    if chance(4) {
      variable.format = VariableFormat(
        caseConversion: pick([nil, CaseConversion(rawValue: "LOWERCASE")]),
        undefinedReplacement: chance() ? .template(nil, text()) : nil,
        convertsToBoolean: pick([nil, true, false]))
    }
    if chance(12) { variable.enablingTriggerIDs = triggerIDs() }
    version.variables.append(variable)
  }

  private mutating func addTag(_ id: String, _ index: Int) {
    var tag = Tag(
      id: id, name: name(index), type: type(["html", "sgtmgaaw", "gaawe"]),
      parameters: parameters(), firingTriggerIDs: triggerIDs(),
      blockingTriggerIDs: chance(4) ? triggerIDs() : [], notes: chance(4) ? text() : nil,
      parentFolderID: folderID(), paused: chance(6) ? true : nil)
    if chance(4) { tag.firingOption = pick([.unlimited, .oncePerLoad, .oncePerEvent, nil]) }
    if chance(4) {
      tag.consentSettings = pick([
        .needed(["ad_storage"]), .notNeeded, nil,
        ConsentSettings(status: .notNeeded, types: .list(nil, [.template("ad_storage")])),
      ])
    }
    if chance(5) { tag.priority = pick([.integer(nil, 5), .template(nil, "{{Gone}}")]) }
    if chance(6) {
      tag.setupTags = [SetupTag(tagName: "x", stopOnSetupFailure: pick([nil, true]))]
    }
    if chance(6) { tag.teardownTags = [TeardownTag(tagName: "x")] }
    if chance(6) { tag.scheduleStartMilliseconds = "1700000000000" }
    if chance(8) { tag.liveOnly = true }
    if chance(8) { tag.monitoringMetadata = .map([.template("a", text())]) }
    if chance(8) { tag.monitoringMetadataTagNameKey = "name" }
    version.tags.append(tag)
  }

  private mutating func addZone(_ id: String, _ index: Int) {
    version.zones.append(
      Zone(
        id: id, name: name(index), notes: chance() ? text() : nil,
        childContainers: [ZoneChildContainer(publicID: "GTM-CHILD", nickname: pick([nil, "c"]))],
        boundary: ZoneBoundary(
          conditions: some(2) { $0.condition() }, customEvaluationTriggerIDs: triggerIDs()),
        typeRestriction: chance()
          ? ZoneTypeRestriction(enable: true, allowedTypeIDs: ["html"]) : nil))
  }
}
