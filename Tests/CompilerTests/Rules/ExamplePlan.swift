import Compiler
import Diagnostics
import Tagwright
import TagwrightPlan

/// An example of a rule as a plan that can be compiled.
struct ExamplePlan {
  let variants: [PlanVariant]
  /// The line before the example's first.
  let line: Int

  /// What it leads to.
  var compilation: Compilation {
    // A day on which versions of APIs end soon.
    Compilation(
      variants, name: "Shop", makesFiles: false, on: CalendarDay(2027, 8, 1)
    ) { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return exampleTemplates[name].map { .bytes(Array($0.utf8)) }
        ?? .missing(reason: "there is no such file")
    }
  }

  /// The diagnostics of one rule.
  func diagnostics(of rule: Rule) -> [Diagnostic] {
    let whole = rule.isAboutExamples ? compilation.withExamples : compilation
    return whole.diagnostics.filter { $0.rule == rule.id }
  }
}

/// The wrong and the right example of a rule, as compiled code.
struct RuleExamples: Sendable {
  let id: String
  let wrong: @Sendable () -> ExamplePlan
  let right: @Sendable () -> ExamplePlan
}

extension ExamplePlan {
  /// A whole plan.
  static func file(_ type: (some TrackingPlan).Type, line: UInt = #line) -> ExamplePlan {
    ExamplePlan(variants: type.variants, line: Int(line))
  }

  /// What stands in `var plan`.
  static func plan(line: UInt = #line, @PlanBuilder _ plan: () -> Plan) -> ExamplePlan {
    ExamplePlan(variants: [PlanVariant(environment: nil, plan: plan())], line: Int(line))
  }

  /// What stands in a container.
  static func container(
    line: UInt = #line, @ContainerBuilder _ elements: () -> [ContainerElement]
  ) -> ExamplePlan {
    let elements = elements()
    return plan(line: line) {
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        elements
      }
    }
  }

  /// Match keys of TikTok.
  static func userData(
    line: UInt = #line, @MatchKeyBuilder _ keys: () -> [MatchKey]
  ) -> ExamplePlan {
    container(line: line) {
      tikTok("TikTok", userData: keys) { On("page_view", send: .pageview()) }
    }
  }

  /// Events of TikTok.
  static func events(
    line: UInt = #line, @EventMapBuilder<TikTok.Event> _ events: () -> [On<TikTok.Event>]
  ) -> ExamplePlan {
    container(line: line) { tikTok("TikTok", events: events) }
  }
}

/// A destination that nobody wrote a compiler for.
struct Elsewhere: Destination {
  let name = "Elsewhere"
  let place: SourcePlace

  init(file: StaticString = #filePath, line: UInt = #line) {
    place = SourcePlace(file: "\(file)", line: Int(line))
  }
}

/// The template files of the examples.
private let exampleTemplates: [String: String] = [
  "badge.tpl": """
  ___INFO___

  {
    "type": "TAG",
    "id": "cvt_temp_public_id",
    "version": 1,
    "securityGroups": [],
    "displayName": "Badge",
    "containerContexts": ["SERVER"]
  }


  ___TEMPLATE_PARAMETERS___

  [
    {
      "type": "TEXT",
      "name": "text",
      "displayName": "Text",
      "valueValidators": [{ "type": "NON_EMPTY" }]
    },
    {
      "type": "SELECT",
      "name": "colour",
      "displayName": "Colour",
      "selectItems": [
        { "value": "red", "displayValue": "red" },
        { "value": "green", "displayValue": "green" }
      ]
    },
    {
      "type": "CHECKBOX",
      "name": "linked",
      "checkboxText": "Linked",
      "subParams": [
        {
          "type": "TEXT",
          "name": "address",
          "displayName": "Address",
          "valueValidators": [{ "type": "NON_EMPTY" }]
        }
      ]
    }
  ]


  ___SANDBOXED_JS_FOR_SERVER___

  data.gtmOnSuccess();


  ___SERVER_PERMISSIONS___

  []


  ___TESTS___

  scenarios: []


  ___NOTES___
  """,
  "broken.tpl": """
  ___INFO___

  { "type": "TAG",
  """,
]
