import Compiler
import CustomTemplate
import JSONText
import Simulator
import TagManager
import TagwrightPlan
import Testing

/// The proof of what leaves a page.
@Suite struct BrowserProofTests {
  private static func proof(
    consent: Consent, _ change: (inout ContainerVersion) -> Void = { _ in }
  ) throws -> BrowserProof {
    let plan = WebPlan(consent: consent)
    var web = try ContainerExport(
      json: JSON.read(Array(plan.text().utf8)), form: .export
    ).version
    change(&web)
    let server = try ContainerExport(
      json: JSON.read(Array(plan.text("server-container.json").utf8)), form: .export
    ).version
    let types: [String] =
      if case .required(let types, _) = consent.kind { types.map(\.rawValue) } else { [] }
    return BrowserProof(
      BrowserSimulation(
        web: Simulation(try ContainerProgram(web, for: .web)),
        server: Simulation(try ContainerProgram(server), endpoints: RequestForm.known),
        functions: EventCounting.all.flatMap(\.functions)),
      policies: ["page_view", "purchase", "search"].map {
        EventPolicy(
          tag: $0, event: $0, consentTypes: types, sendsWithoutSignal: false, hasSharedID: true)
      })
  }

  @Test("a page of a plan sends nobody's data without consent, whichever consent it is")
  func generated() throws {
    for consent in [
      Consent.required(.adStorage), .required(.adUserData, .adPersonalization),
      .waived(because: "asked before the page"),
    ] {
      let proof = try Self.proof(consent: consent)
      #expect(proof.findings.isEmpty, "\(proof.findings.map(\.message))")
      #expect(proof.tries > 16 * 3)
    }
  }

  @Test("a variable that asks for no consent is found")
  func withoutConsent() throws {
    let proof = try Self.proof(consent: .required(.adStorage)) { web in
      for place in web.variables.indices where web.variables[place].name.hasPrefix("consented.") {
        web.variables[place].type = "v"
        web.variables[place].parameters = [
          .integer("dataLayerVersion", 2),
          .template("name", String(web.variables[place].name.dropFirst("consented.".count))),
        ]
      }
    }
    #expect(
      Set(proof.findings.map(\.event)) == ["page_view", "purchase", "search"],
      "\(proof.findings.map(\.message))")
    #expect(
      proof.findings.contains { $0.message.contains("'GA4 purchase' sends an e-mail address") })
  }
}
