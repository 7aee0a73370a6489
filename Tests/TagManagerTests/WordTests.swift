import TagManager
import Testing

@Suite struct Words {
  @Test(arguments: [
    ("template", "TEMPLATE"), ("matchRegex", "MATCH_REGEX"), ("cssSelector", "CSS_SELECTOR"),
    ("customEvent", "CUSTOM_EVENT"), ("youTubeVideo", "YOU_TUBE_VIDEO"),
    ("oncePerEvent", "ONCE_PER_EVENT"), ("analyticsSessionId", "ANALYTICS_SESSION_ID"),
    ("firebaseEventParameterCampaignCp1", "FIREBASE_EVENT_PARAMETER_CAMPAIGN_CP1"),
    ("androidSdk5", "ANDROID_SDK5"), ("a", "A"), ("", ""),
  ])
  func areConvertedBothWays(_ api: String, _ export: String) {
    #expect(Form.exportWord(fromAPI: api) == export)
    #expect(Form.apiWord(fromExport: export) == api)
  }

  @Test(arguments: ["some words", "snake_case", "Über", "1st", "_a", "-"])
  func inNeitherFormStayAsTheyAre(_ word: String) {
    #expect(Form.exportWord(fromAPI: word) == word)
    #expect(Form.apiWord(fromExport: word) == word)
  }

  @Test(arguments: ["A__B", "A_", "_A", "Ab"]) func withOddUnderscoresStayAsTheyAre(_ word: String)
  {
    #expect(Form.apiWord(fromExport: word) == word)
  }

  @Test(arguments: [
    (BuiltInVariableType.eventName, "Event Name"), (.clientName, "Client Name"),
    (.containerID, "Container ID"), (.queryString, "Query String"),
    (.visitorRegion, "Visitor Region"), (.analyticsSessionID, "Analytics Session ID"),
    (.serverPageLocationURL, "Page URL"), (.pageURL, "Page URL"),
    (BuiltInVariableType(rawValue: "HTML_ID"), "HTML ID"),
    (BuiltInVariableType(rawValue: "ELEMENT_VISIBILITY_TIME"), "On-Screen Duration"),
    (BuiltInVariableType(rawValue: "SCROLL_DEPTH_DIRECTION"), "Scroll Direction"),
    (BuiltInVariableType(rawValue: "SOMETHING_NEW"), "Something New"),
  ])
  func ofBuiltInVariablesHaveDisplayNames(_ type: BuiltInVariableType, _ name: String) {
    #expect(type.displayName == name)
  }

  @Test func pageURLIsAnotherVariableOnAServer() {
    #expect(BuiltInVariableType.named("Page URL", in: .server) == .serverPageLocationURL)
    #expect(BuiltInVariableType.named("Page URL", in: .web) == .pageURL)
    #expect(BuiltInVariableType.named("Event Name", in: .server) == .eventName)
    #expect(BuiltInVariableType.named("_event", in: .server) == nil)
  }

  @Test func everyBuiltInVariableIsFoundByItsName() {
    for type in BuiltInVariableType.all {
      let context: UsageContext = type.rawValue.hasPrefix("SERVER_") ? .server : .web
      #expect(BuiltInVariableType.named(type.displayName, in: context) == type)
    }
  }
}
