import SandboxedJS
import Simulator
import Testing

/// Hits that no browser sends.
struct DamagedHitTests {
  private func error(_ query: String, body: String? = nil) -> String? {
    do throws(HitError) {
      let hit = try IncomingHit(
        url: "/g/collect?\(query)", method: body == nil ? "GET" : "POST", body: body)
      _ = try EventDataReading().events(of: hit.request)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(
    "damage is named",
    arguments: [
      (
        "v=2&dl=https%3A%2",
        "the value of 'dl' has a '%' without two hexadecimal digits; the hit was cut off or damaged"
      ),
      (
        "v=2&en=page_view&dt=100%zz",
        "the value of 'dt' has a '%' without two hexadecimal digits; the hit was cut off or damaged"
      ),
      ("v=2&tid=G-ABC", "the hit has no event name 'en'; it was cut off, or its body is missing"),
      (
        "tid=G-ABC&en=page_view",
        "the hit has no 'v=2': it is not one of Google Analytics 4, or was damaged"
      ),
      ("v=1&en=page_view", "the hit has 'v=1', and only version 2 can be read"),
      ("v%3D2%26en%3Dpage_view", "the query is encoded twice: 'v=2&en=page_view'"),
      (
        "v=2&en=page_view&dl=https%253A%252F%252Fwww.example.com",
        "'dl' is encoded twice: 'https%3A%2F%2Fwww.example.com'"
      ),
      ("v=2&en=page_view&dt=%ff%fe", "the value of 'dt' is not valid UTF-8"),
      ("v=2&en=page_view&dt=%C3", "the value of 'dt' is not valid UTF-8"),
      ("v=2&en=page_view&%ff=1", "the name of a parameter is not valid UTF-8"),
      (
        "v=2&en=purchase&pr201=ida", "the event has an item 'pr201', and no event has more than 200"
      ),
    ] as [(String, String?)])
  func damage(_ pair: (query: String, message: String?)) {
    #expect(error(pair.query) == pair.message)
  }

  @Test("the line of a body that is damaged is named")
  func lines() {
    #expect(
      error("v=2", body: "en=page_view\nen=purchase&dt=%ff\nen=scroll")
        == "event 2: the value of 'dt' is not valid UTF-8")
  }

  @Test(
    "a bad number is taken as text and named, and the rest of its hit is read",
    arguments: [
      ("epn.value=10%2C99", "value", "10,99", "'epn.value' is not a number: '10,99'"),
      ("epn.value=NaN", "value", "NaN", "'epn.value' is not a number: 'NaN'"),
      ("epn.value=1e999", "value", "1e999", "'epn.value' is not a number: '1e999'"),
      ("epn.value=0x10", "value", "0x10", "'epn.value' is not a number: '0x10'"),
      ("epn.value=", "value", "", "'epn.value' is not a number: ''"),
      ("_p=abc", "x-ga-page_id", "abc", "'_p' is not a number: 'abc'"),
      ("upn.a=x", "x-ga-mp2-user_properties.a", "x", "'upn.a' is not a number: 'x'"),
      ("pr1=ida~pr10%2C99", "items.0.price", "10,99", "'pr1 price' is not a number: '10,99'"),
    ])
  func badNumbers(_ row: (parameter: String, path: String, text: String, note: String)) throws {
    var notes: [String] = []
    let request = try IncomingHit(url: "/g/collect?v=2&en=purchase&\(row.parameter)&ep.last=1")
      .request
    let data = try EventDataReading().events(of: request) { notes.append($0) }.first
    #expect(data?.value(at: row.path) == .string(row.text))
    #expect(data?["last"] == "1")
    #expect(notes == [row.note + "; it is taken as text"])
    let batch = try IncomingHit(
      url: "/g/collect?v=2", method: "POST", body: "en=a\nen=b&\(row.parameter)")
    notes = []
    #expect(try EventDataReading().events(of: batch.request) { notes.append($0) }.count == 2)
    #expect(notes == ["event 2: \(row.note); it is taken as text"])
  }

  @Test("a parameter of a megabyte, ten thousand items and a million parameters are refused")
  func size() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(error("v=2&en=page_view&ep.x=\(long)")?.contains("more than the 262144") == true)
    #expect(
      error("v=2", body: "en=page_view&ep.x=\(long)")?.contains("more than the 262144") == true)
    let items = (1...10_000).map { "pr\($0)=ida" }.joined(separator: "&")
    #expect(error("v=2&en=purchase&\(items)") == "the event has 10002 parameters, more than 2000")
    let many = (1...20_000).map { "ep.a\($0)=1" }.joined(separator: "&")
    #expect(error("v=2&en=purchase&\(many)") == "the event has 20002 parameters, more than 2000")
  }

  @Test(
    "any cut and any changed byte of a hit gives event data or an error, never an end of the process"
  )
  func everyCut() {
    let query =
      "v=2&tid=G-A&en=purchase&dl=https%3A%2F%2Fwww.example.com%2F%C3%A4&epn.value=1.5&pr1=ida~~b~pr2&ep.user_data.a.b=c&uafvl=A%2520B%3B1&gcd=13t3t3t3t5l1&sst.a=1"
    let bytes = Array(query.utf8)
    for length in bytes.indices {
      _ = error(String(decoding: bytes[..<length], as: UTF8.self))
      var changed = bytes
      for replacement in [
        UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "~"),
        UInt8(ascii: "."),
      ] {
        changed[length] = replacement
        _ = error(String(decoding: changed, as: UTF8.self))
      }
    }
  }
}
