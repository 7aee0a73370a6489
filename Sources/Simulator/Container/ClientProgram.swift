import SandboxedJS
import TagManager

/// A compiled client.
struct ClientProgram: Sendable {
  enum Action: Sendable {
    /// Google Analytics 4; whether it takes `/g/collect`.
    case analytics(EventDataReading, takesDefaultPaths: Bool)
    /// A custom template, by its place, with its fields.
    case template(Int, fields: [ValueExpression.Entry])
    /// A type whose code is not known.
    case notSimulated
  }

  let name: String
  let type: String
  let priority: Int
  let action: Action

  init(_ client: Client, templates: [String: Int], _ slots: inout VariableSlots) {
    name = client.name
    type = client.type
    priority = client.priority ?? 0
    func text(_ key: String) -> String? { client.parameters[key]?.value }
    if let template = templates[client.type] {
      action = .template(template, fields: slots.fields(client.parameters))
    } else if client.type == "gaaw_client" {
      action = .analytics(
        EventDataReading(
          keepsIDInCookie: text("cookieManagement") == "server",
          cookieName: text("cookieName") ?? "FPID"),
        takesDefaultPaths: text("activateDefaultPaths") != "false")
    } else {
      action = .notSimulated
    }
  }

  /// The stand-in for the client of a container that has none, such as a part of one that was
  /// exported alone.
  static let standIn = ClientProgram()

  private init() {
    name = "GA4"
    type = "gaaw_client"
    priority = 0
    action = .analytics(EventDataReading(), takesDefaultPaths: true)
  }
}
