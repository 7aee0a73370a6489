import Tagwright

/// The tracking plan of an invented shop: the events of the usual set-up guides, sent to each destination.
@main
struct Shop: TrackingPlan {
  var plan: Plan {
    server
    WebContainer(
      "Example shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
      pixel: Pixel(.generated))
  }

  var server: ServerContainer {
    ServerContainer("Example shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(
        measurementID: "G-ABC1234567",
        excluding: [
          "ttclid", "ttp", "fbc", "fbp", "epik", "ScCid", "scid", "rdt_cid", "rdt_uuid",
          "li_fat_id",
          "user_data",
        ])
      tikTok
      meta
      pinterest
      snapchat
      reddit
      linkedIn
      examples
    }
  }

  @ContainerBuilder var examples: [ContainerElement] {
    Example("A purchase with two products") {
      Hit(
        "purchase", consent: .granted,
        [
          "event_id": "1760044298197_1", "transaction_id": "T-1001", "value": 74.97,
          "currency": "EUR", "page_location": "https://shop.example.com/thanks?ttclid=E.C.P.click",
          "user_data": ["email_address": " Alice@Example.com", "phone_number": "0171 3920012"],
          "items": [
            ["item_id": "SKU-1", "item_name": "Tee", "price": 24.99, "quantity": 2],
            ["item_id": "SKU-2", "item_name": "Cap", "price": 24.99],
          ],
        ], cookies: ["_ttp": "01K0T8BYGJH63785W68YS5NN1R_.tt.1"])
      Expect.request(.tikTok) {
        BodyMember("data.0.event", "Purchase")
        BodyMember("data.0.event_id", "1760044298197_1")
        BodyMember("data.0.properties.value", 74.97)
        BodyMember(
          "data.0.user.email", "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976")
        BodyMember.absent("data.0.user.email_address")
      }
      Expect.request(.meta) {
        BodyMember("data.0.event_name", "Purchase")
        BodyMember("data.0.event_id", "1760044298197_1")
        BodyMember("data.0.custom_data.value", 74.97)
        BodyMember("data.0.custom_data.num_items", 3)
        BodyMember(
          "data.0.user_data.em",
          ["ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"])
      }
    }
    Example("A page view without consent") {
      Hit("page_view", consent: .denied, ["event_id": "1760044298197_2"])
      Expect.nothingSent
    }
    Example("A page view as a browser sends it") {
      Hit(
        url:
          "https://sgtm.example.com/g/collect?v=2&tid=G-ABC1234567&gcs=G111&cid=1.2&en=page_view"
          + "&dl=https%3A%2F%2Fshop.example.com%2F&ep.event_id=1760044298197_3",
        headers: ["user-agent": "Mozilla/5.0", "x-forwarded-for": "203.0.113.7"])
      Expect.request(.tikTok) { BodyMember("data.0.user.ip", "203.0.113.7") }
      Expect.request(.meta) { BodyMember("data.0.user_data.client_ip_address", "203.0.113.7") }
    }
  }

  /// The match keys of the visitor: each destination brings them to a form of its own.
  @MatchKeyBuilder var visitor: [MatchKey] {
    Email(
      .eventData("user_data.email_address"), sha256: .eventData("user_data.sha256_email_address"))
    Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
    ExternalID(.eventData("user_id"))
  }

  /// Name and address, from where GA4 has them.
  @MatchKeyBuilder var address: [MatchKey] {
    FirstName()
    LastName()
    City()
    State()
    ZipCode()
    Country()
  }

  /// GA4's total of an event.
  var value: Source { .eventData("value") }
  /// GA4's currency, ISO 4217.
  var currency: Source { .eventData("currency") }
}
