import Compiler
import Tagwright
import TagwrightPlan

/// What a run of the command line printed and found.
struct Outcome: Equatable {
  var status = ExitStatus.success
  var output = ""
  var errors = ""
}

/// Collects what a run prints.
private final class Recorder {
  var outcome = Outcome()
}

/// Runs the command line inside the tests' own process.
func run(
  _ arguments: [String], plan: Plan = SmallPlan().plan, commands: [Command] = Command.all,
  variants: (() -> [PlanVariant])? = nil,
  environment: [String: String] = [:], workingDirectory: String = "/", isWatched: Bool = false,
  isOutputTerminal: Bool = false
) -> Outcome {
  let recorder = Recorder()
  let console = Console(
    output: { recorder.outcome.output += $0 }, errors: { recorder.outcome.errors += $0 },
    isWatched: isWatched, isOutputTerminal: isOutputTerminal)
  let variants = variants ?? { [PlanVariant(environment: nil, plan: plan)] }
  let tool = Tool(
    name: "tagwright", planName: "SmallPlan", variants: variants,
    commands: commands,
    environment: { environment[$0] }, workingDirectory: workingDirectory, console: console)
  recorder.outcome.status = tool.run(arguments)
  return recorder.outcome
}

/// One destination, one event, one secret.
struct SmallPlan: TrackingPlan {
  var plan: Plan {
    ServerContainer("Small shop", publicID: "GTM-ABC1234") {
      GA4Client()
      tikTok(layout: .tagPerEvent, sources: .visible)
    }
  }
}

/// A destination with two events.
func tikTok(layout: Layout, sources: SourceStyle) -> TikTok {
  TikTok(
    pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
    consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id")),
    layout: layout, sources: sources
  ) {
    Email(.eventData("user_data.email_address"))
    ClickID(.urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"))
    IPAddress()
    UserAgent()
  } events: {
    On("page_view", send: .pageview())
    On(
      "purchase",
      send: .purchase(
        value: .eventData("value"), currency: .eventData("currency"), contents: .items,
        orderID: .eventData("transaction_id")))
  }
  .allowing(.missingMatchKey, because: "small")
}
