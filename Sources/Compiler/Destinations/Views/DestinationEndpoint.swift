package import Simulator
import TagwrightPlan

extension Endpoint {
  /// Those of every destination.
  package static var known: [Endpoint] { compiledDestinations.map { Endpoint($0.profile) } }

  init(_ profile: DestinationProfile) {
    let commerce = profile.commerce
    let sales = Set(
      profile.vocabulary.events.filter { event in
        event.role.map(commerce.needSales.contains) ?? false
      }.map(\.name))
    let path = profile.path(to: commerce.object)
    let object = path.isEmpty ? "" : "\(path.dropFirst())."
    let events = (profile.body.path(to: Envelope.event) ?? "").split(separator: "[").first ?? ""
    self.init(
      address: profile.delivery.prefix, tokenParameter: profile.delivery.tokenParameter,
      acceptance: profile.delivery.acceptance,
      events: String(events.drop { $0 == "." }),
      name: profile.event.pathToName.map { String($0.dropFirst()) } ?? "",
      id: String(profile.path(to: profile.eventID).dropFirst()),
      bodyMembers: profile.body.fixedMembers,
      eventMembers: profile.event.fixedMembers + [
        .init("\(object)\(commerce.value)", commerce.hasTextMoney ? .decimal : .number, of: sales),
        .init("\(object)\(commerce.currency)", .currency, of: sales),
      ],
      contents: commerce.contents.map {
        .init(
          "\(object)\($0)", id: commerce.id, price: commerce.price, quantity: "quantity",
          needsID: commerce.identifies == [commerce.id], of: sales)
      })
  }
}

extension Envelope {
  /// What every body or event has, whatever the plan says.
  fileprivate var fixedMembers: [Endpoint.Member] {
    guard case .record(let members) = self else { return [] }
    return members.compactMap { key, value in
      switch value {
      case .account, .token, .eventID: .init(key, .text)
      case .text: key.hasSuffix("source") ? .init(key, .text) : nil
      case .seconds, .milliseconds: .init(key, .number)
      default: nil
      }
    }
  }
}

extension ResolvedDestination {
  /// What it decides of consent and ids, for each event of each tag.
  var policies: [EventPolicy] {
    events.map { event in
      var policy = (types: [String](), sendsWithoutSignal: true)
      if case .required(let types, let whenMissing) = event.consent.kind {
        policy = (types.map(\.rawValue), whenMissing == .granted)
      }
      return EventPolicy(
        tag: declaration.layout == .lookupTable ? sharedTagName : event.tagName,
        event: event.eventName, consentTypes: policy.types,
        sendsWithoutSignal: policy.sendsWithoutSignal, hasSharedID: event.eventID != nil)
    }
  }
}
