import JSONText
import TagwrightPlan
import Testing

@Suite struct EntityNumberTests {
  private static func plan(_ eventNames: [String], layout: Layout = .tagPerEvent) -> CompiledPlan {
    CompiledPlan {
      GA4Client()
      tikTok(layout: layout) {
        for name in eventNames { On(name, send: .lead()) }
      }
    }
  }

  private static let idKeys = [
    "tag": "tagId", "trigger": "triggerId", "variable": "variableId", "folder": "folderId",
    "customTemplate": "templateId", "client": "clientId",
  ]

  /// The id of each entity, by kind and name.
  private static func ids(_ plan: CompiledPlan) throws -> [String: String] {
    var ids: [String: String] = [:]
    for (kind, key) in idKeys {
      for entity in try plan.entities(kind) {
        ids["\(kind) \(entity["name"]?.string ?? "")"] = entity[key]?.string
      }
    }
    return ids
  }

  @Test func idsOfASmallPlanStayAsTheyWere() throws {
    #expect(
      try Self.ids(Self.plan(["purchase"])) == [
        "client GA4": "644820498", "folder TikTok": "173887937",
        "folder Shared variables": "181119175", "trigger purchase": "677400182",
        "tag TikTok Lead (purchase)": "453636387",
        "customTemplate TikTok Lead (purchase)": "375539339",
        "variable TikTok Pixel Code": "594599138", "variable TikTok Access Token": "363242240",
        "variable ed.event_id": "681946496", "variable ed.page_location": "173739691",
        "variable ed.page_referrer": "521055039",
        "variable Consent to ad_storage": "642137159",
        "customTemplate Consent to ad_storage": "437314953",
      ])
  }

  @Test func idsAreUniqueOverAllKindsAndBelowTheReservedOnes() throws {
    for layout in [Layout.tagPerEvent, .lookupTable] {
      let ids = try Self.ids(Self.plan((0..<60).map { "event_\($0)" }, layout: layout))
      #expect(Set(ids.values).count == ids.count)
      #expect(ids.values.compactMap(Int.init).allSatisfy { 100_000_000..<1_000_000_000 ~= $0 })
    }
  }

  @Test func otherEventsChangeNoEntitysID() throws {
    let few = try Self.ids(Self.plan(["purchase", "search", "page_view"]))
    for names in [
      ["purchase", "search", "page_view", "added"], ["added", "page_view", "purchase", "search"],
      ["page_view", "purchase"], ["search"],
    ] {
      let others = try Self.ids(Self.plan(names))
      for (entity, id) in others where few[entity] != nil { #expect(few[entity] == id) }
      #expect(Set(few.keys).intersection(others.keys).count >= 9)
    }
  }

  /// Both names lead to one number; the first in the order of their letters has it, wherever it stands.
  @Test func namesThatMeetAtOneNumberAreToldApart() throws {
    for names in [["e_6887577e", "e_9914464f"], ["e_9914464f", "e_6887577e"]] {
      let ids = try Self.ids(Self.plan(names))
      #expect(ids["trigger e_6887577e"] == "124566398")
      #expect(ids["trigger e_9914464f"] == "124566399")
    }
    #expect(try Self.ids(Self.plan(["e_9914464f"]))["trigger e_9914464f"] == "124566398")
  }
}
