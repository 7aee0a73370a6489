import JSONText
import SandboxedJS

/// What a request has to have, by the destination that it goes to.
enum RequiredMembers {
  /// The members of a request's body that are missing or of another type than the destination takes.
  static func missing(in request: OutgoingRequest) -> [String] {
    guard request.url.hasPrefix("https://business-api.tiktok.com/") else { return [] }
    return missing(inTikTok: request.body ?? "")
  }

  /// Events API v1.3: every event has a name, a time and a source; those of a sale have value, currency and contents
  /// whose ids are texts and whose prices and quantities are numbers.
  private static func missing(inTikTok body: String) -> [String] {
    guard let json = try? JSON.read(body), let event = json["data"]?.array?.first else {
      return ["data"]
    }
    var missing: [String] = []
    if json["event_source_id"]?.string == nil { missing.append("event_source_id") }
    if event["event_time"]?.number == nil { missing.append("event_time") }
    guard let name = event["event"]?.string else { return missing + ["event"] }
    guard ["Purchase", "AddToCart", "InitiateCheckout"].contains(name) else { return missing }
    let properties = event["properties"]
    if properties?["value"]?.number == nil { missing.append("value") }
    if properties?["currency"]?.string == nil { missing.append("currency") }
    let contents = properties?["contents"]?.array ?? []
    if contents.isEmpty { missing.append("contents") }
    for content in contents {
      if content["content_id"]?.string == nil { missing.append("contents.content_id") }
      if content["price"]?.number == nil { missing.append("contents.price") }
      if content["quantity"]?.number == nil { missing.append("contents.quantity") }
    }
    return missing
  }
}
