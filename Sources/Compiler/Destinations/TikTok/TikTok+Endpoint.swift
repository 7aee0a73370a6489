import SandboxedJS
package import Simulator
package import TagwrightPlan

extension TikTok {
  /// Events API v1.3. Every event has a name, a time and a source; value, currency and contents, whose ids are texts and
  /// whose prices and quantities are numbers, make a sale count. `code` 0 is success, whatever the HTTP status.
  package static var endpoint: Endpoint {
    let sales: Set<String> = [
      "Purchase", "CompletePayment", "PlaceAnOrder", "AddToCart", "InitiateCheckout",
    ]
    return Endpoint(
      address: RequestTarget.tikTok.prefix,
      acceptance: .response(
        headers: [NamedText("content-type", "application/json")],
        body: #"{"code":0,"message":"OK","request_id":"20260101000000SIMULATED","data":{}}"#),
      events: "data", name: "event", id: "event_id",
      bodyMembers: [.init("event_source", .text), .init("event_source_id", .text)],
      eventMembers: [
        .init("event_time", .number), .init("properties.value", .number, of: sales),
        .init("properties.currency", .currency, of: sales),
      ],
      contents: .init(
        "properties.contents", id: "content_id", price: "price", quantity: "quantity", of: sales))
  }

  package var policies: [EventPolicy] {
    events.map { mapping in
      let consent = mapping.consent ?? self.consent
      var policy = (types: [String](), sendsWithoutSignal: true)
      if case .required(let types, let whenMissing) = consent.kind {
        policy = (types.map(\.rawValue), whenMissing == .granted)
      }
      return EventPolicy(
        tag: layout == .lookupTable ? sharedTagName : tagName(mapping), event: mapping.eventName,
        consentTypes: policy.types, sendsWithoutSignal: policy.sendsWithoutSignal,
        hasSharedID: eventID(for: mapping) != nil)
    }
  }

  package func arranged(_ layout: Layout, _ sources: SourceStyle) -> TikTok {
    var copy = self
    copy.layout = layout
    copy.sourceStyle = sources
    return copy
  }
}
