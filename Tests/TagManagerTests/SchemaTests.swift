import Foundation
import JSONText
import TagManager
import Testing

/// Notes which members a type has, in order, and of which kind, as the API's schema would call them.
struct MemberCollector: MemberMap {
  private(set) var members: [(key: String, kind: String)] = []

  static func members<Value: JSONMapped>(of type: Value.Type) -> [(key: String, kind: String)] {
    var collector = MemberCollector()
    var value = Value.blank
    value.map(&collector)
    return collector.members
  }

  mutating func string(_ key: String, _ value: inout String) { members.append((key, "string")) }
  mutating func string(_ key: String, _ value: inout String?) { members.append((key, "string")) }
  mutating func longInteger(_ key: String, _ value: inout String?) {
    members.append((key, "string"))
  }
  mutating func boolean(_ key: String, _ value: inout Bool?) { members.append((key, "boolean")) }
  mutating func integer(_ key: String, _ value: inout Int?) { members.append((key, "integer")) }
  mutating func strings(_ key: String, _ value: inout [String]) {
    members.append((key, "[string]"))
  }
  mutating func word<Value: Word>(_ key: String, _ value: inout Value) {
    members.append((key, "enum"))
  }
  mutating func word<Value: Word>(_ key: String, _ value: inout Value?) {
    members.append((key, "enum"))
  }
  mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) {
    members.append((key, "[enum]"))
  }
  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) {
    members.append((key, Schemas.name(of: Value.self)))
  }
  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) {
    members.append((key, Schemas.name(of: Value.self)))
  }
  mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) {
    members.append((key, "[\(Schemas.name(of: Value.self))]"))
  }
}

enum Schemas {
  static let types: [any JSONMapped.Type] = [
    BuiltInVariable.self, Client.self, Condition.self, ConsentSettings.self, Container.self,
    ContainerFeatures.self, ContainerVersion.self, Folder.self, GalleryReference.self,
    GtagConfig.self, Parameter.self, SetupTag.self, Tag.self, TeardownTag.self,
    TemplateEntity.self, Transformation.self, Trigger.self, Variable.self, VariableFormat.self,
    Zone.self, ZoneBoundary.self, ZoneChildContainer.self, ZoneTypeRestriction.self,
  ]

  /// What the API's schema calls a type.
  static func name(of type: any JSONMapped.Type) -> String {
    switch "\(type)" {
    case "TemplateEntity": "CustomTemplate"
    case "ConsentSettings": "TagConsentSetting"
    case "VariableFormat": "VariableFormatValue"
    case let name: name
    }
  }

  /// The kind of a property of the schema, in the collector's words.
  static func kind(_ property: JSON) -> String {
    if let reference = property["$ref"]?.string { return reference }
    if let items = property["items"] { return "[\(kind(items))]" }
    return property["enum"] == nil ? property["type"]?.string ?? "" : "enum"
  }

  static func read() throws -> JSON {
    let file = try URL(filePath: #require(CorpusFiles.folder)).appending(
      path: "tagmanager.v2.json")
    return try #require(try JSON.read([UInt8](Data(contentsOf: file)))["schemas"])
  }
}

@Suite struct KeyOrder {
  /// Key orders of real exports; keys that no export has stand as in the reference of the API.
  @Test(arguments: [
    (
      "Tag",
      """
      path accountId containerId workspaceId tagId name type liveOnly priority notes \
      scheduleStartMs scheduleEndMs parameter fingerprint firingTriggerId blockingTriggerId \
      setupTag teardownTag parentFolderId tagFiringOption tagManagerUrl paused \
      monitoringMetadata monitoringMetadataTagNameKey consentSettings
      """
    ),
    (
      "Trigger",
      """
      path accountId containerId workspaceId triggerId name type customEventFilter filter \
      autoEventFilter waitForTags checkValidation waitForTagsTimeout uniqueTriggerId eventName \
      interval limit fingerprint parentFolderId selector intervalSeconds maxTimerLengthSeconds \
      verticalScrollPercentageList horizontalScrollPercentageList visibilitySelector \
      visiblePercentageMin visiblePercentageMax continuousTimeMinMilliseconds \
      totalTimeMinMilliseconds tagManagerUrl notes parameter
      """
    ),
    (
      "Variable",
      """
      path accountId containerId workspaceId variableId name type notes scheduleStartMs \
      scheduleEndMs parameter enablingTriggerId disablingTriggerId fingerprint parentFolderId \
      tagManagerUrl formatValue
      """
    ),
    (
      "ContainerVersion",
      """
      path accountId containerId containerVersionId name deleted description container tag \
      trigger variable folder builtInVariable fingerprint tagManagerUrl zone customTemplate \
      client gtagConfig transformation
      """
    ),
    (
      "Container",
      """
      path accountId containerId name domainName publicId notes usageContext fingerprint \
      tagManagerUrl features tagIds taggingServerUrls
      """
    ),
    (
      "Client",
      """
      path accountId containerId workspaceId clientId name type parameter priority fingerprint \
      tagManagerUrl parentFolderId notes
      """
    ),
    (
      "CustomTemplate",
      """
      path accountId containerId workspaceId templateId name fingerprint tagManagerUrl \
      templateData galleryReference
      """
    ),
    (
      "GalleryReference",
      "host owner repository version isModified signature templateDeveloperId galleryTemplateId"
    ),
    (
      "Folder",
      "path accountId containerId workspaceId folderId name fingerprint tagManagerUrl notes"
    ),
    ("BuiltInVariable", "path accountId containerId workspaceId type name"),
    (
      "Transformation",
      """
      path accountId containerId workspaceId transformationId name type parameter fingerprint \
      tagManagerUrl parentFolderId notes
      """
    ),
    (
      "Zone",
      """
      path accountId containerId workspaceId zoneId name fingerprint tagManagerUrl notes \
      childContainer boundary typeRestriction
      """
    ),
    ("Parameter", "type key value list map isWeakReference"), ("Condition", "type parameter"),
    ("TagConsentSetting", "consentStatus consentType"),
    ("SetupTag", "tagName stopOnSetupFailure"), ("TeardownTag", "tagName stopTeardownOnFailure"),
  ])
  func isThatOfExports(_ name: String, _ keys: String) throws {
    let type = try #require(Schemas.types.first { Schemas.name(of: $0) == name })
    #expect(MemberCollector.members(of: type).map(\.key).joined(separator: " ") == keys)
  }
}

@Suite(.enabled(if: CorpusFiles.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct Schema {
  @Test func everyPropertyIsModelledInItsKind() throws {
    let schemas = try Schemas.read()
    for type in Schemas.types {
      let name = Schemas.name(of: type)
      let properties = try #require(schemas[name]?["properties"]?.object)
      let expected = properties.members.map { "\($0.key): \(Schemas.kind($0.value))" }
      let modelled = MemberCollector.members(of: type).map { "\($0.key): \($0.kind)" }
      #expect(modelled.sorted() == expected.sorted(), "\(name)")
    }
  }

  @Test func everyWordOfTheAPIHasItsExportForm() throws {
    var words: [String] = []
    for schema in try #require(try Schemas.read().object).members {
      for property in schema.value["properties"]?.object?.members ?? [] {
        let values = property.value["enum"] ?? property.value["items"]?["enum"]
        words += values?.array?.compactMap(\.string) ?? []
      }
    }
    #expect(words.count > 200)
    for word in words {
      let exported = Form.exportWord(fromAPI: word)
      #expect(Form.apiWord(fromExport: exported) == word)
      #expect(exported == exported.uppercased())
    }
  }

  @Test func builtInVariablesAreListedInTheOrderOfTheAPI() throws {
    let property = try Schemas.read()["BuiltInVariable"]?["properties"]?["type"]
    let words = (property?["enum"]?.array ?? []).compactMap(\.string).dropFirst()
    #expect(BuiltInVariableType.all.map(\.rawValue) == words.map(Form.exportWord))
  }
}
