import CustomTemplate
import SandboxedJS
import Simulator
import TagManager
import Testing

struct ClientTests {
  private let own = """
    const claimRequest = require('claimRequest');
    const path = require('getRequestPath')();
    if (path !== '/data') return;
    claimRequest();
    const JSON = require('JSON');
    JSON.parse(require('getRequestBody')()).forEach((event) => require('runContainer')(event));
    require('setResponseStatus')(202);
    require('returnResponse')();
    """

  private var container: SmallContainer {
    var container = SmallContainer()
    container.addTemplate(
      "own", .client, own,
      permissions: [.readAnyRequest, .runContainer, .accessAnyResponse, .returnResponse])
    container.version.clients = [
      Client(id: "1", name: "Google", type: "gaaw_client"),
      Client(id: "2", name: "Own", type: "cvt_1_own", priority: 10),
    ]
    container.addTag("tag", note: "{{Client Name}} {{Event Name}}")
    return container
  }

  private func run(_ hit: IncomingHit) throws -> HitResult {
    try Simulation(ContainerProgram(container.version)).run(hit)
  }

  @Test("the first client that claims a request makes its events, and its code answers")
  func ownClient() throws {
    let result = try run(
      IncomingHit(
        url: "https://sgtm.example.com/data", method: "POST",
        body: #"[{"event_name":"a"},{"event_name":"b"}]"#))
    #expect(result.clientName == "Own")
    #expect(result.response?.status == 202)
    #expect(result.events.map { $0.tags[0].effects.logs } == [["Own a"], ["Own b"]])
  }

  @Test("a request that the first client leaves goes to the next, and may find none")
  func otherClients() throws {
    let analytics = try run(
      IncomingHit(url: "https://sgtm.example.com/metrics/g/collect?v=2&en=scroll"))
    #expect(analytics.clientName == "Google")
    #expect(analytics.events[0].tags[0].effects.logs == ["Google scroll"])
    let nobody = try run(IncomingHit(url: "https://sgtm.example.com/healthy"))
    #expect(nobody.clientName == nil)
    #expect(nobody.events.isEmpty)
  }

  @Test("a client of GA4 without its default paths claims nothing")
  func switchedOff() throws {
    var container = container
    container.version.clients = [
      Client(
        id: "1", name: "Google", type: "gaaw_client",
        parameters: [.boolean("activateDefaultPaths", false)])
    ]
    let hit = try IncomingHit(url: "/g/collect?v=2&en=scroll")
    #expect(try Simulation(ContainerProgram(container.version)).run(hit).clientName == nil)
  }

  @Test("event data that is given comes from the client that is named, or the container's first")
  func givenData() throws {
    #expect(
      try run(IncomingHit(eventData: ["event_name": "a"])).events[0].tags[0].effects.logs == [
        "Own a"
      ])
    let named = IncomingHit(eventData: ["event_name": "a"], clientName: "Other")
    #expect(try run(named).events[0].tags[0].effects.logs == ["Other a"])
  }

  @Test("a container for web pages is refused")
  func webContainer() {
    var version = SmallContainer().version
    version.container?.usageContexts = [.web]
    let refusal = #expect(throws: ContainerProgram.Refusal.self) { try ContainerProgram(version) }
    #expect(refusal?.message == "the container is for 'web', not for a server")
  }
}
