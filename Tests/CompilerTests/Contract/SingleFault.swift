import Compiler
import TagManager

/// One thing that a person changes in a pair of generated containers, and what the contract has to call it.
struct SingleFault: Sendable {
  let words: String
  let rules: Set<String>
  /// Changes the pair for an event whose pixel tag, GA4 tag and server tag have these names.
  let make: @Sendable (inout ContractTests.Halves, FaultyEvent) -> Void

  init(
    _ words: String, _ rules: Set<String>,
    _ make: @escaping @Sendable (inout ContractTests.Halves, FaultyEvent) -> Void
  ) {
    self.words = words
    self.rules = rules
    self.make = make
  }

  static let all: [SingleFault] = [
    SingleFault("the pixel's id taken away", ["event-without-id"]) {
      $0.set("event_id", nil, of: $1.pixel)
    },
    SingleFault("the pixel's id from elsewhere", ["different-ids", "unsuitable-id"]) {
      $0.addVariable("other id", "v", [.template("name", "other")])
      $0.set("event_id", "{{other id}}", of: $1.pixel)
    },
    SingleFault("the hit's id from elsewhere", ["different-ids", "unsuitable-id"]) {
      $0.addVariable("other id", "v", [.template("name", "other")])
      $0.setRow("event_id", "{{other id}}", of: $1.ga4)
    },
    SingleFault("a constant as id", ["unsuitable-id"]) {
      $0.set("event_id", "1", of: $1.pixel)
      $0.setRow("event_id", "1", of: $1.ga4)
    },
    SingleFault("a random id", ["unsuitable-id"]) {
      $0.addVariable(
        "uuid", "jsm", [.template("javascript", "function() { return Math.random(); }")])
      $0.set("event_id", "{{uuid}}", of: $1.pixel)
      $0.setRow("event_id", "{{uuid}}", of: $1.ga4)
    },
    SingleFault("the pixel's event renamed", ["different-event-names"]) {
      $0.set("event", "Renamed", of: $1.pixel)
    },
    SingleFault("the hit's event renamed", ["event-on-one-side"]) {
      $0.set("eventName", "renamed", of: $1.ga4)
    },
    SingleFault("another pixel code", ["different-pixels"]) {
      $0.set("pixel_code", "COQDA8RC77U2TMR44LI0", of: $1.pixel)
    },
    SingleFault("the pixel without a trigger", ["event-on-one-side"]) {
      $0.change($1.pixel) { $0.firingTriggerIDs = [] }
    },
    SingleFault("the GA4 tag without a trigger", ["event-on-one-side"]) {
      $0.change($1.ga4) { $0.firingTriggerIDs = [] }
    },
    SingleFault(
      "the server's tag without a trigger", ["event-on-one-side", "trigger-never-true"]
    ) {
      $0.change($1.server, onServer: true) { $0.firingTriggerIDs = [] }
    },
    SingleFault("a paused pixel", ["event-on-one-side"]) {
      $0.change($1.pixel) { $0.paused = true }
    },
    SingleFault("a paused GA4 tag", ["event-on-one-side"]) {
      $0.change($1.ga4) { $0.paused = true }
    },
    SingleFault("a paused tag of the server", ["event-on-one-side"]) {
      $0.change($1.server, onServer: true) { $0.paused = true }
    },
    SingleFault("an exception at the pixel", ["event-on-one-side"]) {
      $0.change($1.pixel) { $0.blockingTriggerIDs = $0.firingTriggerIDs }
    },
    SingleFault("an exception at the server", ["event-on-one-side"]) {
      $0.change($1.server, onServer: true) { $0.blockingTriggerIDs = $0.firingTriggerIDs }
    },
    SingleFault("a condition at the server alone", ["event-on-one-side", "trigger-never-true"]) {
      $0.server.variables.append(
        Variable(
          id: "990", name: "level", type: "ed", parameters: [.template("keyPath", "search_term")],
          format: VariableFormat()))
      $0.changeTrigger(of: $1.server) {
        $0.filters.append(Condition("{{level}}", .equals, "paid"))
      }
    },
    SingleFault("a condition that no hit meets", ["event-on-one-side", "trigger-never-true"]) {
      $0.changeTrigger(of: $1.server) {
        $0.filters.append(Condition("{{_event}}", .contains, "never"))
      }
    },
    SingleFault(
      "the server's event in another case", ["event-on-one-side", "trigger-never-true"]
    ) {
      $0.changeTrigger(of: $1.server) { trigger in
        trigger.customEventFilters = trigger.customEventFilters.map {
          Condition($0.left, $0.type, $0.right.uppercased())
        }
      }
    },
    SingleFault(
      "no event at the server's trigger", ["event-on-one-side", "trigger-without-event"]
    ) {
      $0.changeTrigger(of: $1.server) { $0.customEventFilters = [] }
    },
    SingleFault("the server's trigger for every event", ["event-on-one-side"]) {
      $0.changeTrigger(of: $1.server) {
        $0.customEventFilters = [Condition("{{_event}}", .matchesRegularExpression, ".*")]
        $0.filters = []
      }
    },
    SingleFault("the pixel's id empty", ["event-without-id"]) {
      $0.set("event_id", "", of: $1.pixel)
    },
    SingleFault("a constant as the pixel's id", ["different-ids", "unsuitable-id"]) {
      $0.set("event_id", "1", of: $1.pixel)
    },
    SingleFault("another id at the server", ["different-ids"]) {
      $0.server.variables.append(
        Variable(
          id: "994", name: "address", type: "ed",
          parameters: [.template("keyPath", "page_location")], format: VariableFormat()))
      $0.setServerID("{{address}}", code: "getEventData('page_location')", of: $1.server)
    },
    SingleFault("a constant as the server's id", ["different-ids"]) {
      $0.setServerID("1", code: "'1'", of: $1.server)
    },
    SingleFault("a paused Google tag", ["no-server-address"]) {
      $0.change("Google tag") { $0.paused = true }
      _ = $1
    },
    SingleFault("a Google tag that fires late", ["no-server-address"]) {
      $0.web.triggers.append(
        Trigger(
          id: "995", name: "never", type: .customEvent,
          customEventFilters: [Condition("{{_event}}", .equals, "never")]))
      $0.change("Google tag") { $0.firingTriggerIDs = ["995"] }
      _ = $1
    },
    SingleFault("a Google tag with another measurement id", ["no-server-address"]) {
      $0.set("tagId", "G-OTHER12345", of: "Google tag")
      _ = $1
    },
    SingleFault("the GA4 tag when the window has loaded", ["different-ids", "event-on-one-side"]) {
      $0.web.triggers.append(Trigger(id: "991", name: "loaded", type: .windowLoaded))
      $0.change($1.ga4) { $0.firingTriggerIDs = ["991"] }
    },
    SingleFault("the pixel on a click", ["event-on-one-side"]) {
      $0.web.triggers.append(Trigger(id: "992", name: "click", type: .click))
      $0.change($1.pixel) { $0.firingTriggerIDs = ["992"] }
    },
    SingleFault("the GA4 tag once on each page", ["event-on-one-side"]) {
      guard $1.name != "page_view" else { return $0.change($1.ga4) { $0.paused = true } }
      $0.change($1.ga4) { $0.firingOption = .oncePerLoad }
    },
    // A plan with its sources in the tags has no variable of that name.
    SingleFault(
      "a second pixel with an id of its own",
      ["counted-twice", "event-on-one-side", "dangling-variable", "unsuitable-id"]
    ) {
      guard var copy = $0.tag($1.pixel) else { return }
      copy.id = "993"
      copy.name += " 2"
      copy.parameters.removeAll { $0.key == "event_id" }
      copy.parameters.append(.template("event_id", "second {{Event id}}"))
      $0.web.tags.append(copy)
    },
    SingleFault("a pixel that asks for no consent", ["consent-differs"]) {
      $0.change($1.pixel) { $0.consentSettings = .notSet }
    },
    SingleFault("hits to Google", ["no-server-address"]) {
      $0.setRow("server_container_url", nil, of: "Google tag")
      _ = $1
    },
    SingleFault("hits to another server", ["other-server"]) {
      $0.setRow("server_container_url", "https://other.example.org", of: "Google tag")
      _ = $1
    },
  ]
}

/// An event of the site, with the names of its tags.
struct FaultyEvent: Sendable {
  let name: String
  let pixel: String
  let server: String
  var ga4: String { "GA4 \(name)" }

  static let all = [
    FaultyEvent(
      name: "page_view", pixel: "TikTok Pageview (page_view) pixel",
      server: "TikTok Pageview (page_view)"),
    FaultyEvent(
      name: "search", pixel: "TikTok Search (search) pixel", server: "TikTok Search (search)"),
    FaultyEvent(
      name: "generate_lead", pixel: "TikTok Lead (generate_lead) pixel",
      server: "TikTok Lead (generate_lead)"),
  ]
}

extension ContractTests.Halves {
  func tag(_ name: String) -> TagManager.Tag? { web.tags.first { $0.name == name } }

  mutating func change(
    _ name: String, onServer: Bool = false, _ change: (inout TagManager.Tag) -> Void
  ) {
    if onServer {
      for index in server.tags.indices where server.tags[index].name == name {
        change(&server.tags[index])
      }
    } else {
      for index in web.tags.indices where web.tags[index].name == name { change(&web.tags[index]) }
    }
  }

  /// Gives a tag of the server another event id: in its field or, where its code reads the sources, there.
  mutating func setServerID(_ text: String, code: String, of name: String) {
    guard let tag = server.tags.first(where: { $0.name == name }) else { return }
    guard tag.parameters["event_id"] == nil else {
      set("event_id_2", nil, of: name, onServer: true)
      return set("event_id", text, of: name, onServer: true)
    }
    for index in server.customTemplates.indices
    where server.customTemplates[index].entityTypes.contains(where: { $0.text == tag.type }) {
      let data = server.customTemplates[index].templateData
      server.customTemplates[index].templateData = data.replacing(
        /(put\(event, 'event_id', \w+, )\[.*\]\);/
      ) { match in "\(match.output.1)[\(code)]);" }
    }
  }

  /// Changes the triggers of a tag of the server.
  mutating func changeTrigger(of name: String, _ change: (inout Trigger) -> Void) {
    let ids = server.tags.filter { $0.name == name }.flatMap(\.firingTriggerIDs)
    for index in server.triggers.indices where ids.contains(server.triggers[index].id) {
      change(&server.triggers[index])
    }
  }
}
