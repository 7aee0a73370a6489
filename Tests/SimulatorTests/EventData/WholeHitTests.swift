import SandboxedJS
import Simulator
import Testing

/// Hits as browsers and other senders write them, from the wire to the request; each test says where its shape is known
/// from. People and shops are invented.
struct WholeHitTests {
  private func events(
    _ url: String, body: String? = nil, headers: [NamedText] = []
  ) throws -> [ScriptValue] {
    let hit = try IncomingHit(
      url: url, method: body == nil ? "GET" : "POST", headers: headers, body: body)
    return try EventDataReading().events(of: hit.request)
  }

  // Evidence: a hit recorded in November 2025 with every parameter that a browser sends.
  @Test(
    "nothing of a browser's hit is lost, and what has no name of its own keeps the one of the wire")
  func browserHit() throws {
    let data = try #require(
      try events(
        "/g/collect?v=2&tid=G-ABC1234567&gtm=45je5bi1v1z2&_p=1764340309313&gcs=G111&gcd=13t3t3t3t5l1&npa=0&dma=0&cid=1307714608.1760043792&ecid=2122688280&ul=en-us&sr=1920x1080&lps=1&_fplc=0&ir=1&ur=BR-SP&uaa=arm&uab=64&uafvl=Chromium%3B142.0%7CNot_A%2520Brand%3B99.0&uamb=0&uam=&uap=macOS&uapv=15.7.1&uaw=0&are=1&frm=0&pscdl=noapi&_eu=EAAAAAQ&sst.rnd=2042025140.1764340310&sst.etld=example.com&sst.tft=1764340309313&sst.lpc=3978671&sst.navt=n&sst.ude=0&sst.sw_exp=1&_s=1&tag_exp=103116026~103200004&sid=1764340309&sct=5&seg=0&dl=https%3A%2F%2Fwww.example.com%2F&dt=Example&_tu=DAg&en=page_view&_ss=1&ep.event_id=1760044298197_1&ep.fbp=fb.1.2.3&up.cookie_level=best&tfd=2135&richsstsse"
      ).first)
    guard case .object(let members) = data else { return #expect(Bool(false), "no object") }
    #expect(
      members.map(\.key).filter { $0.hasPrefix("x-ga-mp2-") } == [
        "x-ga-mp2-_fplc", "x-ga-mp2-ir", "x-ga-mp2-frm", "x-ga-mp2-tag_exp", "x-ga-mp2-seg",
        "x-ga-mp2-richsstsse", "x-ga-mp2-user_properties",
      ])
    #expect(data["event_id"] == "1760044298197_1" && data["fbp"] == "fb.1.2.3")
    #expect(data.value(at: "x-sst-system_properties.etld") == "example.com")
    #expect(
      data.value(at: "x-sst-system_properties.consent.consentGrantedState.ad_storage") == true)
    #expect(data.value(at: "client_hints.full_version_list.1.brand") == "Not_A Brand")
  }

  // Evidence: parts of a purchase in the tests of a public collector.
  @Test("a purchase has its numbers as numbers and its items in order")
  func purchase() throws {
    let data = try #require(
      try events(
        "/g/collect?v=2&en=purchase&cu=USD&ep.transaction_id=T_12345&epn.value=72.05&epn.tax=3.6&epn.shipping=5.99&ep.coupon=SUMMER_SALE&pr2=idSKU_2~pr5&pr1=idSKU_1~pr10.01~qt3"
      ).first)
    #expect(data["transaction_id"] == "T_12345" && data["coupon"] == "SUMMER_SALE")
    #expect(data["value"] == 72.05 && data["tax"] == 3.6 && data["shipping"] == 5.99)
    #expect(
      data["items"] == [
        ["item_id": "SKU_1", "price": 10.01, "quantity": 3], ["item_id": "SKU_2", "price": 5],
      ])
  }

  // Evidence: a recorded purchase of a shop system that sends 'ep.value' and no 'cu'.
  @Test("a value that was sent as text stays text, and no currency is made up")
  func textValue() throws {
    let data = try #require(try events("/g/collect?v=2&en=purchase&ep.value=7630").first)
    #expect(data["value"] == "7630")
    #expect(data["currency"] == nil)
  }

  // Evidence: dumps in which the first visit and the start of a session have no events of their own.
  @Test("the marks of a first visit, a session's start and a key event make no further event")
  func marks() throws {
    let found = try events("/g/collect?v=2&en=page_view&_fv=1&_ss=1&_c=1")
    #expect(found.map { $0["event_name"] } == ["page_view"])
    #expect(found[0]["x-ga-system_properties"] == ["fv": "1", "ss": "1", "c": "1"])
  }

  // Evidence: bodies with several lines in a public collector's tests.
  @Test("a tag runs once for each event of a request, with what the event itself says")
  func severalEvents() throws {
    var container = SmallContainer()
    container.addEventData("n", "n")
    container.addTrigger("5", event: "page_view")
    container.addTag("T", note: "{{n}}", firing: ["5"])
    let hit = try IncomingHit(
      url: "/g/collect?v=2&tid=G-ABC1234567", method: "POST",
      body: "en=page_view&epn.n=1\nen=Page_View&epn.n=2\n\nen=page_view&epn.n=3")
    let found = try Simulation(ContainerProgram(container.version)).run(hit).events
    // The names of events are compared with their case.
    #expect(found.map { $0.tags.flatMap(\.effects.logs) } == [["1"], [], ["3"]])
  }
}
