import JSONText
import TagwrightPlan
import Testing

@Suite struct SourceVariableTests {
  /// A source, and the variable that it becomes.
  private static let cases: [(Source, name: String, type: String, parameters: [String])] = [
    (
      .eventData("user_data.address.0.city"), "ed.user_data.address.0.city", "ed",
      ["setDefaultValue BOOLEAN false", "keyPath TEMPLATE user_data.address.0.city"]
    ),
    (
      .cookie("_ttp"), "cookie._ttp", "sgtmk",
      ["decodeCookie BOOLEAN true", "name TEMPLATE _ttp"]
    ),
    (.requestHeader("X-Country"), "header.X-Country", "rh", ["headerName TEMPLATE X-Country"]),
    (.queryParameter("v"), "query.v", "qp", ["queryParamName TEMPLATE v"]),
    (
      .urlParameter("ttclid"), "url.ttclid", "cvt_<Page URL Parameter>",
      ["parameter TEMPLATE ttclid"]
    ),
    (
      .lookupTable("Kind", of: .eventData("form"), ["f1": "news", "f2": ""]), "Kind", "smm",
      [
        "setDefaultValue BOOLEAN false", "input TEMPLATE {{ed.form}}",
        "map LIST [MAP [key TEMPLATE f1, value TEMPLATE news], MAP [key TEMPLATE f2, value TEMPLATE]]",
      ]
    ),
    (
      .lookupTable("Kind", of: .builtIn(.eventName), ["f1": "news"], default: "other"), "Kind",
      "smm",
      [
        "setDefaultValue BOOLEAN true", "defaultValue TEMPLATE other",
        "input TEMPLATE {{Event Name}}", "map LIST [MAP [key TEMPLATE f1, value TEMPLATE news]]",
      ]
    ),
    (
      .regexTable("Part", of: .eventData("page"), ["^/shop": "shop"]), "Part", "remm",
      [
        "setDefaultValue BOOLEAN false", "fullMatch BOOLEAN true",
        "replaceAfterMatch BOOLEAN false", "ignoreCase BOOLEAN true", "input TEMPLATE {{ed.page}}",
        "map LIST [MAP [key TEMPLATE ^/shop, value TEMPLATE shop]]",
      ]
    ),
    (
      .regexTable(
        "Part", of: .cookie("c"), ["a": "b"], default: "d", ignoresCase: false, matchesWhole: false),
      "Part", "remm",
      [
        "setDefaultValue BOOLEAN true", "defaultValue TEMPLATE d", "fullMatch BOOLEAN false",
        "replaceAfterMatch BOOLEAN false", "ignoreCase BOOLEAN false",
        "input TEMPLATE {{cookie.c}}",
        "map LIST [MAP [key TEMPLATE a, value TEMPLATE b]]",
      ]
    ),
  ]

  @Test(arguments: cases.indices)
  func aSourceBecomesOneVariable(_ index: Int) throws {
    let (source, name, type, parameters) = Self.cases[index]
    let plan = CompiledPlan {
      tikTok { On("purchase", send: .lead(reading: source)) }
    }
    #expect(plan.problems == [])
    #expect(try plan.parameters("variable", name) == parameters)
    #expect(
      try plan.shown("variable", name).hasPrefix(#"{"type":"\#(type)","parameter":[{"type":"#))
    #expect(
      try plan.shown("variable", name).hasSuffix(
        #"}],"parentFolderId":"Shared variables","formatValue":{}}"#))
    let tag = try plan.parameters("tag", "TikTok Lead (purchase)")
    #expect(tag.contains("value TEMPLATE {{\(name)}}"))
  }

  @Test func aSecretBecomesAConstantWithAPlaceholder() throws {
    let plan = CompiledPlan { tikTok { On("purchase", send: .lead()) } }
    #expect(
      try plan.shown("variable", "TikTok Access Token")
        == #"{"type":"c","parameter":[{"type":"TEMPLATE","key":"value","value":"REPLACE_WITH_TIKTOK_ACCESS_TOKEN"}],"parentFolderId":"TikTok","formatValue":{}}"#
    )
    #expect(
      try plan.entity("variable", "TikTok Access Token")["notes"] == """
        Put the value of TIKTOK_ACCESS_TOKEN here; it is kept out of every generated file.

        Made by Tagwright from the plan 'Test': change the plan, not this.
        """)
  }

  @Test func theSameSourceIsOneVariableWhereverItIsRead() throws {
    let plan = CompiledPlan {
      Trigger("t", on: .anyEvent, where: .eventData("event_id") == "1")
      RawTag(
        "r", type: "http_request",
        parameters: [.source("url", .lookupTable("T", of: .eventData("event_id"), ["a": "b"]))],
        firing: [.named("t")])
      tikTok {
        On(
          "purchase",
          send: .lead(reading: .lookupTable("T", of: .eventData("event_id"), ["a": "b"])))
        On("refund", send: .lead())
      }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.names("variable") == [
        "ed.event_id", "T", "TikTok Pixel Code", "TikTok Access Token", "Consent to ad_storage",
        "ed.page_location", "ed.page_referrer",
      ])
  }

  @Test func aVariableOfThePlanThatGivesTheSameIsUsed() throws {
    let plan = CompiledPlan {
      tikTok { On("purchase", send: .lead(reading: .eventData("value"))) }
      Folder("Mine") {
        RawVariable(
          "ed.value", type: "ed",
          parameters: [.boolean("setDefaultValue", false), .text("keyPath", "value")],
          notes: "the order's total")
      }
    }
    #expect(plan.problems == [])
    #expect(try plan.shown("variable", "ed.value").contains(#""parentFolderId":"Mine""#))
  }

  @Test func aVariableOfThePlanThatGivesAnotherValueCollides() throws {
    let plan = CompiledPlan {
      RawVariable("ed.value", type: "c", parameters: [.text("value", "1")])
      tikTok {
        On("purchase", send: .lead(reading: .eventData("value")))
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: variable 'ed.value' is declared twice [duplicate-name]
        +1: note: first declared here
        +3: note: Tag Manager keeps one variable per name; give this one another name
        """
      ])
  }

  @Test func twoTablesOfOneNameCollide() throws {
    let plan = CompiledPlan {
      tikTok {
        On("a", send: .lead(reading: .lookupTable("T", of: .eventData("x"), ["1": "2"])))
        On("b", send: .lead(reading: .lookupTable("T", of: .eventData("y"), ["1": "2"])))
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: variable 'T' is declared twice [duplicate-name]
        +2: note: first declared here
        +3: note: Tag Manager keeps one variable per name; give this one another name
        """
      ])
  }

  @Test func everyCandidateOfAFieldIsAFieldOfItsOwn() throws {
    let plan = CompiledPlan {
      tikTok {
        ClickID(.urlParameter("ttclid"), .firstOf(.cookie("ttclid"), .eventData("ttclid")))
      } events: {
        On("purchase", send: .lead(reading: .firstOf(.eventData("value"), .constant(9.5))))
      }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.parameters("tag", "TikTok Lead (purchase)") == [
        "pixel_code TEMPLATE {{TikTok Pixel Code}}",
        "access_token TEMPLATE {{TikTok Access Token}}",
        "consent TEMPLATE {{Consent to ad_storage}}", "user_data TEMPLATE {{TikTok User Data}}",
        "value TEMPLATE {{ed.value}}", "value_2 TEMPLATE 9.5",
        "page_url TEMPLATE {{ed.page_location}}", "page_referrer TEMPLATE {{ed.page_referrer}}",
        "event_id TEMPLATE {{ed.event_id}}",
      ])
    #expect(
      try plan.parameters("variable", "TikTok User Data") == [
        "ttclid TEMPLATE {{url.ttclid}}", "ttclid_2 TEMPLATE {{cookie.ttclid}}",
        "ttclid_3 TEMPLATE {{ed.ttclid}}",
      ])
  }

  @Test func inlineReadsNeedNoVariables() throws {
    let plan = CompiledPlan {
      tikTok(sources: .inline) {
        ClickID(.urlParameter("ttclid"), .cookie("ttclid"))
      } events: {
        On(
          "purchase",
          send: .lead(
            value: .lookupTable("T", of: .eventData("a"), ["1": "2"]), currency: .variable("mine")))
      }
      RawVariable("mine", type: "c", parameters: [.text("value", "EUR")])
    }
    #expect(plan.problems == [])
    #expect(try plan.names("variable") == ["mine", "TikTok Pixel Code", "TikTok Access Token"])
    #expect(
      try plan.parameters("tag", "TikTok Lead (purchase)") == [
        "pixel_code TEMPLATE {{TikTok Pixel Code}}",
        "access_token TEMPLATE {{TikTok Access Token}}",
        "currency TEMPLATE {{mine}}",
      ])
  }

  @Test func aGeneratedVariableCanBeNamed() throws {
    let plan = CompiledPlan {
      RawTag(
        "r", type: "http_request",
        parameters: [
          .text("url", "{{ed.value}}"), .source("body", .variable("TikTok Pixel Code")),
        ],
        firing: [.allEvents()])
      tikTok { On("purchase", send: .lead(reading: .eventData("value"))) }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.parameters("tag", "r") == [
        "url TEMPLATE {{ed.value}}", "body TEMPLATE {{TikTok Pixel Code}}",
      ])
  }
}
