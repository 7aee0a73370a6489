import JSONText
import TagwrightPlan

extension ContractVocabulary {
  /// - Returns: `nil` for a destination without a pixel.
  init?(_ profile: DestinationProfile) {
    guard let pixel = profile.pixel else { return nil }
    let forms = profile.person.forms
    service = profile.name
    host = profile.delivery.host
    pixelCalls = pixel.script.calls
    pixelIDMember = pixel.idMember
    eventName = { pixel.eventName($0, in: profile.vocabulary) }
    pixelKeys = Set(["pixelId", "pixel_id"] + profile.account.prefix(1).map(\.field))
    eventKeys = ["event", "eventName"]
    eventIDKeys = ["event_id", "eventId", profile.eventID.name]
    eventIDMember = profile.eventID.name
    let conversion = forms[.browserID]?.conversion(MatchKey(.browserID, [], #filePath, #line))
    browserID = (
      cookie: profile.browser?.cookie ?? "",
      example: conversion.flatMap { $0.result($0.example)?.string } ?? "trial",
      keys: Set([forms[.browserID]?.name].compactMap(\.self))
    )
    takesDigestsApart = !pixel.digestMembers.isEmpty
    hashedKeys = Set([.email, .phone, .externalID].compactMap { forms[$0]?.name })
    conversions = Set(
      profile.vocabulary.events.filter { $0.role == .purchase }.map(\.name))
    conversionKeys = [
      (name: "value", keys: ["value"]), (name: "currency", keys: ["currency"]),
      (name: "contents", keys: ["contents", "items"]),
    ]
    currencies = Set(profile.vocabulary.currencies)
  }
}
