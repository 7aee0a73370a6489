import SandboxedJS
import Simulator
import TagwrightPlan

extension ResolvedWebContainer {
  /// A visit with every consent in which the site pushes each event once, as the guide to the data layer writes it; what
  /// is known of the visitor stands there before.
  var exampleVisit: BrowserVisit {
    let shapes = events.map(DataLayerShape.init)
    var pushes: [ScriptValue] = []
    if let person = shapes.lazy.compactMap(\.person).first { pushes.append(.object([person])) }
    for shape in shapes where !shape.isPageView {
      // What an earlier event left there would go with this one.
      if shape.hasEcommerce { pushes.append(.object([.init("ecommerce", .null)])) }
      pushes.append(
        .object([.init("event", .string(shape.eventName))] + shape.withoutPerson.exampleMembers))
    }
    // A page on the site of the server, so that its cookies reach it.
    let domain = PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: declaration.serverURL)
    return BrowserVisit(
      url: "https://www.\(domain.isEmpty ? "example.com" : domain)/shirts", title: "Shirts",
      headers: [NamedText("user-agent", "Mozilla/5.0 (Example)")],
      consent: .object(ConsentCode.types.map { .init($0, "granted") }), pushes: pushes)
  }
}

extension DataLayerShape {
  /// The member that holds what is known of the visitor.
  fileprivate var person: ScriptValue.Member? {
    let own = members.filter { $0.key == Self.personKey }
    return own.exampleMembers.first
  }

  fileprivate var withoutPerson: DataLayerShape { without(Self.personKey) }

  fileprivate var exampleMembers: [ScriptValue.Member] { members.exampleMembers }
}

extension [DataLayerShape.Member] {
  fileprivate var exampleMembers: [ScriptValue.Member] {
    map { member in
      switch member.content {
      case .value(let type): .init(member.key, type.exampleValue)
      case .object(let inner): .init(member.key, .object(inner.exampleMembers))
      }
    }
  }
}
