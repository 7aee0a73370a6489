import Diagnostics
import TagManager

extension ContainerRule {
  /// A built-in variable has a value only where it is enabled.
  static let builtInNotEnabled = ContainerRule(
    "built-in-not-enabled", .error, "something refers to a built-in variable that is not enabled",
    documentation: """
      Tag Manager's own variables, such as 'Event Name' or 'Page URL', have to be enabled before anything can refer to them;
      an export lists the enabled ones as 'builtInVariable'. Enable it under Variables › Configure.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "By GA4", "type": "ALWAYS", "filter": [{"type": "EQUALS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Client Name}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "GA4"}]}]}],
        "client": [{"clientId": "2", "name": "GA4", "type": "gaaw_client"}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "By GA4", "type": "ALWAYS", "filter": [{"type": "EQUALS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Client Name}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "GA4"}]}]}],
        "builtInVariable": [{"type": "CLIENT_NAME", "name": "Client Name"}],
        "client": [{"clientId": "2", "name": "GA4", "type": "gaaw_client"}]}
      """
  ) { container in
    container.unresolvedVariables.compactMap { reference in
      guard let type = reference.builtIn else { return nil }
      return Breach(
        reference.entity,
        "refers to the built-in variable '\(reference.name)', which is not enabled",
        mend: "enable it under Variables › Configure: an export then lists it as \(type.rawValue)",
        missing: "built-in variable '\(reference.name)'")
    }
  }
}
