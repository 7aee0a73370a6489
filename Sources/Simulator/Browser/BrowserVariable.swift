import SandboxedJS
import TagManager

/// A compiled variable of a type that only web containers have.
///
/// Source: the types and parameters of real web containers.
indirect enum BrowserVariable: Sendable {
  /// The value at a path of the data layer.
  case dataLayer(path: ValueExpression, fallback: ValueExpression?)
  case cookie(ValueExpression, isDecoded: Bool)
  /// A part of an address: the page's own, unless there is another one.
  case address(ValueExpression?, component: String, key: ValueExpression, stripsWWW: Bool)
  case referrer(component: String, key: ValueExpression)
  /// Something in `window`.
  case global(ValueExpression, fallback: ValueExpression?)
  /// Settings that tags share, or user data.
  case settings([ValueExpression.Entry])
  /// Custom JavaScript.
  case script(name: String, ValueExpression)

  /// - Returns: `nil` for other types.
  init?(_ variable: Variable, _ slots: inout VariableSlots) {
    func text(_ key: String) -> String { variable.parameters[key]?.value ?? "" }
    func flag(_ key: String) -> Bool { text(key) == "true" }
    func fallback(_ slots: inout VariableSlots) -> ValueExpression? {
      guard flag("setDefaultValue") else { return nil }
      return variable.parameters["defaultValue"].map { slots.expression($0) }
    }
    switch variable.type {
    case "v":
      self = .dataLayer(path: slots.expression(text: text("name")), fallback: fallback(&slots))
    case "k":
      self = .cookie(slots.expression(text: text("name")), isDecoded: flag("decodeCookie"))
    case "u":
      let source = text("customUrlSource")
      self = .address(
        source.isEmpty ? nil : slots.expression(text: source), component: text("component"),
        key: slots.expression(text: text("queryKey")), stripsWWW: flag("stripWww"))
    case "f":
      self = .referrer(
        component: text("component"), key: slots.expression(text: text("queryKey")))
    case "j":
      self = .global(slots.expression(text: text("name")), fallback: fallback(&slots))
    case "gtes", "gtcs", "awec": self = .settings(slots.fields(variable.parameters))
    case "aev":
      guard let key = AutomaticEvent.keysByPart[text("varType")] else { return nil }
      let component = text("component")
      if key == "gtm.elementUrl", !["", "URL"].contains(component) {
        self = .address(
          slots.expression(text: "{{Click URL}}"), component: component,
          key: slots.expression(text: text("queryKey")), stripsWWW: flag("stripWww"))
      } else {
        self = .dataLayer(path: .constant(.string(key)), fallback: fallback(&slots))
      }
    case "jsm":
      self = .script(name: variable.name, slots.expression(text: text("javascript")))
    default: return nil
    }
  }

  /// The variables that it refers to, in order.
  var slots: [VariableSlot] {
    switch self {
    case .dataLayer(let value, let fallback), .global(let value, let fallback):
      value.slots + (fallback?.slots ?? [])
    case .cookie(let name, _): name.slots
    case .address(let source, _, let key, _): (source?.slots ?? []) + key.slots
    case .referrer(_, let key): key.slots
    case .settings(let entries): entries.flatMap(\.value.slots)
    case .script(_, let code): code.slots
    }
  }

  /// The value on a page.
  func value(_ scope: EventScope, _ page: PageState) -> ScriptValue {
    switch self {
    case .dataLayer(let path, let fallback):
      let found = page.model.value.value(at: scope.value(path).asText) ?? .undefined
      return found == .undefined ? fallback.map(scope.value) ?? .undefined : found
    case .cookie(let name, let isDecoded):
      guard let value = page.cookie(scope.value(name).asText) else { return .undefined }
      return .string(
        isDecoded ? URIEncoding.decode(value, as: .component) ?? value : value)
    case .address(let source, let component, let key, let stripsWWW):
      let address = source.map { scope.value($0).asText } ?? page.visit.url
      return Self.part(address, component, scope.value(key).asText, stripsWWW: stripsWWW)
    case .referrer(let component, let key):
      return Self.part(page.visit.referrer, component, scope.value(key).asText, stripsWWW: false)
    case .global(let path, let fallback):
      return page.global(scope.value(path).asText) ?? fallback.map(scope.value) ?? .undefined
    case .settings(let entries): return scope.fields(entries)
    case .script(let name, let code): return PageScript.value(of: name, code, scope, page)
    }
  }

  private static func part(
    _ address: String, _ component: String, _ key: String, stripsWWW: Bool
  ) -> ScriptValue {
    guard let url = WebURL(address) else { return .undefined }
    switch component {
    case "", "URL": return .string(address)
    case "PROTOCOL": return .string(url.scheme)
    case "HOST":
      let host = url.hostname
      return .string(stripsWWW && host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    case "PORT": return .string(url.port)
    case "PATH": return .string(url.pathname)
    case "FRAGMENT": return .string(url.fragment ?? "")
    case "QUERY":
      guard !key.isEmpty else { return .string(url.query ?? "") }
      return url.searchParameters[key].map { .string($0) } ?? .undefined
    default: return .undefined
    }
  }

  // MARK: Built-in variables

  /// The built-in variables that have a value here.
  static let simulated = Set<BuiltInVariableType>([
    .event, .eventName, .pageURL, .pageHostname, .pagePath, .referrer, .containerID,
    .containerVersion, .debugMode, .randomNumber,
  ]).union(AutomaticEvent.keys.keys)

  /// A built-in variable's value on a page.
  static func value(
    _ type: BuiltInVariableType, _ page: PageState, _ context: HitContext
  ) -> ScriptValue {
    switch type {
    case .event, .eventName: page.model.value["event"] ?? .undefined
    case .pageURL: .string(page.visit.url)
    case .pageHostname: .string(page.visit.value(.hostname))
    case .pagePath: .string(page.visit.value(.path))
    case .referrer: .string(page.visit.value(.referrer))
    case .containerID: .string(context.information.containerID)
    case .containerVersion: .string(context.information.version)
    case .debugMode: .boolean(context.information.debugMode)
    case .randomNumber: .number(Double(page.nextNumber() % 2_147_483_648))
    default:
      AutomaticEvent.keys[type].flatMap { page.model.value.value(at: $0) } ?? .undefined
    }
  }
}
