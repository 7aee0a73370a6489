import SandboxedJS
import TagManager

/// The built-in variables of a server container.
enum BuiltInValue {
  /// Those that have a value here.
  static let simulated: Set<BuiltInVariableType> = [
    .eventName, .clientName, .containerID, .containerVersion, .debugMode, .randomNumber,
    .requestPath, .requestMethod, .queryString, .visitorRegion, .serverPageLocationURL,
    .serverPageLocationPath, .serverPageLocationHostname, .analyticsClientID, .analyticsSessionID,
    .analyticsSessionNumber,
  ]

  /// The value for an event.
  static func value(
    _ type: BuiltInVariableType, _ eventData: ScriptValue, _ context: HitContext
  ) -> ScriptValue {
    let request = context.request
    switch type {
    case .eventName: return eventData["event_name"] ?? .undefined
    case .clientName: return .string(context.clientName)
    case .containerID: return .string(context.information.containerID)
    case .containerVersion: return .string(context.information.version)
    case .debugMode: return .boolean(context.information.debugMode)
    case .randomNumber: return .number(Double(context.seed % 2_147_483_648))
    case .requestPath: return .string(request.path)
    case .requestMethod: return .string(request.method)
    case .queryString: return .string(request.query)
    case .visitorRegion: return visitorRegion(request)
    case .serverPageLocationURL: return eventData["page_location"] ?? .undefined
    case .serverPageLocationPath: return page(eventData) { $0.pathname }
    case .serverPageLocationHostname: return page(eventData) { $0.hostname }
    case .analyticsClientID: return eventData["client_id"] ?? .undefined
    case .analyticsSessionID: return eventData["ga_session_id"] ?? .undefined
    case .analyticsSessionNumber: return eventData["ga_session_number"] ?? .undefined
    default: return .undefined
    }
  }

  /// Returns the region of the visitor: the country, and the region behind a hyphen, as the load
  /// balancer's headers say.
  ///
  /// Source: Google's set-up of visitor regions names these headers; that the two are joined so is inferred.
  static func visitorRegion(_ request: IncomingRequest) -> ScriptValue {
    for host in ["x-appengine", "x-gclb"] {
      guard let country = request.header("\(host)-country")?.uppercased(), !country.isEmpty else {
        continue
      }
      guard let region = request.header("\(host)-region")?.uppercased(), !region.isEmpty else {
        return .string(country)
      }
      return .string(region.hasPrefix(country) ? region : "\(country)-\(region)")
    }
    return .undefined
  }

  private static func page(
    _ eventData: ScriptValue, _ part: (WebURL) -> String
  ) -> ScriptValue {
    (eventData["page_location"]?.text).flatMap { WebURL($0) }.map { .string(part($0)) }
      ?? .undefined
  }
}
