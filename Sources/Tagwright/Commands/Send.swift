import Compiler
import Diagnostics
import JSONText
import SandboxedJS
import Simulator

extension Command {
  /// Sends an example to the destination itself, as a test event.
  package static let send = Command(
    "send",
    summary: "send an example as a test event and say what the answer means",
    discussion: [
      "The only command that talks to a destination. What is sent is what the example's simulation",
      "gives, at the present time and with the test event code, so that it shows in Events Manager,",
      "under Test Events. The token comes from the environment or from '.env'.",
      "Refused in CI.",
      "",
      "exit status: 1 where the answer says that the event was not taken, 2 where there is none",
    ],
    options: [Send.testEventCode, Send.destination, Send.timeout, Send.format, .environment],
    operands: Operands(
      "[EXAMPLE]", "the example's name; the first that sends a request without it", count: 0...1),
    run: { invocation throws(CommandError) in try Send(invocation: invocation).run() })
}

/// One run of `send`.
struct Send {
  static let testEventCode = Option.text(
    "test-event-code", "CODE", "the code that the destination shows for test events, if any")
  static let destination = Option.text(
    "to", "NAME", "the destination, where the example goes to several")
  static let timeout = Option.text("timeout", "SECONDS", "wait so long for the answer, not 20 s")
  static let format = Option.format(TextOrJSON.self, "how to print the answer")

  let invocation: Invocation

  private var arguments: ParsedArguments { invocation.arguments }

  func run() throws(CommandError) -> ExitStatus {
    let code = try code()
    try refuseInCI()
    let timeout = try seconds()
    let events = try TestEvent.events(
      of: arguments.operands.first, in: try containers(), testCode: code,
      to: arguments[Self.destination])
    let secrets = try SecretValues(
      Set(events.map(\.secretName)).sorted(),
      from: SecretSource(
        environment: invocation.environment,
        folder: invocation.packageFolder() ?? invocation.workingDirectory))
    let delivery = try TestEventDelivery(invocation.environment, timeout: timeout)
    var isAccepted = true
    for event in events {
      let answer = try delivery.send(event, token: secrets.values[event.secretName] ?? "")
      show(event, answer, sentTo: try delivery.address(of: event))
      isAccepted = isAccepted && answer.isAccepted
    }
    return isAccepted ? .success : .finding
  }

  /// - Returns: `nil` where none is given, which only some destinations allow.
  private func code() throws(CommandError) -> String? {
    guard let code = arguments[Self.testEventCode] else { return nil }
    let advice = TestEventService.all.filter(\.needsCode).map(\.codeAdvice)
    guard code.utf8.count <= 64, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { throw CommandError("'\(code)' is not a test event code", notes: advice) }
    return code
  }

  private func refuseInCI() throws(CommandError) {
    let value = invocation.environment("CI") ?? ""
    guard value.isEmpty || value.lowercased() == "false" else {
      throw CommandError(
        "'send' talks to a real pixel, which no CI job may do (the variable CI is set)",
        notes: ["'generate --check' and 'simulate' show the same request without sending it"])
    }
  }

  private func seconds() throws(CommandError) -> Duration {
    guard let text = arguments[Self.timeout] else { return .seconds(20) }
    guard let seconds = Int(text), (1...600).contains(seconds) else {
      throw CommandError("'--timeout' is a number of seconds from 1 to 600, not '\(text)'")
    }
    return .seconds(seconds)
  }

  private func containers() throws(CommandError) -> [CompiledServerContainer] {
    let compilation = try invocation.compileForRuns().withExamples
    guard invocation.report(compilation.diagnostics.filter { $0.severity == .error }) else {
      throw CommandError("the plan has errors", status: .finding)
    }
    return compilation.containers
  }

  private func show(_ event: TestEvent, _ answer: TestEventAnswer, sentTo address: String) {
    if invocation.format(TextOrJSON.self) == .json {
      let sent: JSON = [
        "example": .string(event.example), "tag": .string(event.tag),
        "url": .string(address), "body": .string(event.filled(with: "***")?.body ?? ""),
      ]
      let members = (sent.object?.members ?? []) + answer.members
      return invocation.console.print(JSON.object(JSONObject(members)).text(.compact))
    }
    invocation.console.print(
      "example '\(event.example)', tag '\(event.tag)': \(answer.text)".withVisibleControls)
    for note in answer.notes {
      invocation.console.report("\(invocation.console.style.word("note")): \(note)")
    }
  }
}
