import JSONText
package import Simulator
import TagwrightPlan

extension RequestForm {
  /// Those of every destination.
  package static var known: [RequestForm] { compiledDestinations.map { RequestForm($0.profile) } }

  /// The names of all destinations by the hosts that their tags send to.
  package static var namesByHost: [String: String] {
    Dictionary(compiledDestinations.map { ($0.profile.delivery.host, $0.profile.name) }) { $1 }
  }

  convenience init(_ profile: DestinationProfile) {
    let commerce = profile.commerce
    let sales = Set(
      profile.vocabulary.events.filter { $0.role.map(commerce.needSales.contains) ?? false }
        .map(\.name))
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
      },
      matchKeys: profile.person.forms.keys.compactMap { profile.matchKey($0) }
        .sorted { $0.name < $1.name },
      identifiers: [profile.click, profile.browser].compactMap(\.self).map {
        .init(urlParameter: $0.urlParameter, cookie: $0.cookie)
      },
      refusal: { status, answer in
        let reasons = [
          status.flatMap { (200..<300).contains($0) ? nil : "status \($0)" },
          answer.flatMap { profile.testing?.refusal(in: $0) },
        ].compactMap(\.self)
        return reasons.isEmpty ? nil : reasons.joined(separator: ", ")
      })
  }
}

extension DestinationProfile {
  /// A match key as requests have it.
  fileprivate func matchKey(_ kind: MatchKey.Kind) -> RequestForm.MatchKey? {
    guard let place = place(of: kind) else { return nil }
    let isCookie = identifier(of: kind) != nil
    if let collected = collected.first(where: { $0.object == place.object }),
      case .entries(let name, _) = collected.form
    {
      let list = "\(path(to: collected.place))[].\(name)"
      return .init(place.name, String(list.dropFirst()), entry: place.name, isCookie: isCookie)
    }
    return .init(place.name, String(path(to: place).dropFirst()), isCookie: isCookie)
  }
}

extension TestForm {
  /// Returns the reason why an answer refuses an event. The answer is its body, or the line that a
  /// template logs of it, which begins with its codes.
  fileprivate func refusal(in answer: String) -> String? {
    let body = (try? JSON.read(answer)).flatMap { $0.object == nil ? nil : $0 }
    let codes =
      body.map { [code($0)].compactMap(\.self) }
      ?? answer.split(separator: " ").prefix { Int($0) != nil }.compactMap { Int($0) }
    guard let code = codes.last else { return nil }
    guard let meaning = meaning(code) else { return code == 0 ? nil : "\(code)" }
    // Negative ones are our own, for answers without a code.
    let words = [code < 0 ? nil : "\(code)", meaning.name].compactMap(\.self)
    let name = words.isEmpty ? "" : "\(words.joined(separator: " ")): "
    return meaning.isAccepted ? nil : name + meaning.meaning
  }
}

extension Envelope {
  /// The members that every body or event has, whatever the plan says.
  fileprivate var fixedMembers: [RequestForm.Member] {
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
  /// The destination's decisions about consent and ids, for each event of each tag.
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
