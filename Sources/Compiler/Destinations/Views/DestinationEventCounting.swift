import JSONText
import SandboxedJS
import Simulator
import TagwrightPlan

extension EventCounting {
  /// - Returns: `nil` for a destination without a pixel.
  init?(_ profile: DestinationProfile) {
    guard let pixel = profile.pixel else { return nil }
    service = profile.name
    functions = pixel.script.functions
    pageCalls = pixel.script.pageCalls
    rule = pixel.counting
    pixelEvent = { call, cookie in
      pixel.event(call, browserID: profile.browser.flatMap { cookie($0.cookie) }, profile)
    }
    let form = RequestForm(profile)
    let account = profile.body.path { if case .account(0) = $0 { true } else { false } }
    let browserID = profile.place(of: .browserID).map(profile.path)
    let values = profile.commerce.distinguishing.map {
      profile.path(to: MemberPlace(profile.commerce.object, $0))
    }
    serverEvents = { request in
      guard request.url.hasPrefix(form.address), let body = request.body,
        let json = try? JSON.read(body, JSONReadOptions(repeatedKeys: .lastOneCounts))
      else { return [] }
      let pixel =
        profile.delivery.account(in: request.url) ?? account.flatMap { json[path: $0]?.string }
      return form.events(in: json).compactMap { event in
        guard let name = profile.event.name(in: event) else { return nil }
        return ReceivedEvent(
          .server, pixel: pixel, name: name, id: event.value(at: form.eventID)?.string,
          browserID: browserID.flatMap { event[path: $0]?.string },
          values: values.map { event[path: $0]?.text(.compact) ?? "" })
      }
    }
  }
}

extension JSON {
  /// The value at a way, such as `.user.email`.
  fileprivate subscript(path path: String) -> JSON? { value(at: String(path.dropFirst())) }
}

extension PixelForm {
  /// The event of a call on a page; `nil` for other calls.
  fileprivate func event(
    _ record: PageRecord.Call, browserID: String?, _ profile: DestinationProfile
  ) -> ReceivedEvent? {
    let arguments = record.arguments
    func argument(_ place: Int) -> ScriptValue {
      place < arguments.count ? arguments[place] : .undefined
    }
    let call = script.calls.first { call in
      call.function == record.path && (call.verb == nil || argument(0).text == call.verb)
    }
    guard let call else { return nil }
    let properties = argument(call.properties)
    let own = eventMember.flatMap { properties[$0] }
    guard let name = own.map({ $0.text ?? $0.description }) ?? argument(call.event).text else {
      return nil
    }
    let options = argument(call.options)
    return ReceivedEvent(
      .pixel,
      pixel: call.pixel.flatMap { argument($0).text } ?? pixelMember.flatMap { options[$0]?.text },
      name: own == nil ? eventName(name, in: profile.vocabulary) : name,
      id: options[idMember]?.text, browserID: browserID,
      values: (profile.commerce.orderID + ["value", "currency", "contents"]).map { name in
        property(name).flatMap { properties[$0] }?.description ?? ""
      })
  }
}

extension Envelope {
  /// The name of an event.
  fileprivate func name(in json: JSON) -> String? {
    switch self {
    case .eventName: json.string
    case .eventID(let prefix):
      json.string.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
    case .listed(let listed, let own): own.name(in: json) ?? listed.name(in: json)
    case .record(let members):
      members.lazy.compactMap { key, value in json[key].flatMap { value.name(in: $0) } }.first
    default: nil
    }
  }
}

extension Delivery {
  /// The first value of the account in an address; `nil` where addresses do not have it.
  fileprivate func account(in url: String) -> String? {
    guard case .account(0)? = address.dropFirst().first, url.hasPrefix(start) else { return nil }
    return url.dropFirst(start.count).split(separator: "/").first.map(String.init)
  }
}
