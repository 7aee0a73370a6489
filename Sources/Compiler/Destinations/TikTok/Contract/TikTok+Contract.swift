package import TagwrightPlan

extension TikTok {
  package static var contract: ContractVocabulary? {
    ContractVocabulary(
      service: "TikTok", host: "business-api.tiktok.com", pixelCall: "ttq.track",
      pixelKeys: ["pixel_code", "pixelId", "pixel_id"], eventKeys: ["event", "eventName"],
      eventIDKeys: ["event_id", "eventId"], eventIDMember: "event_id",
      browserID: (cookie: "_ttp", keys: ["ttp"]), hashedKeys: ["email", "phone", "external_id"],
      conversions: ["CompletePayment", "PlaceAnOrder", "Purchase"],
      conversionKeys: [
        (name: "value", keys: ["value"]), (name: "currency", keys: ["currency"]),
        (name: "contents", keys: ["contents", "items"]),
      ],
      currencies: currencies)
  }
}
