import Diagnostics
import TagManager

extension ContainerRule {
  /// A condition waits for a client that exists.
  static let danglingClient = ContainerRule(
    "dangling-client", .warning, "a condition waits for a client that the container does not have",
    documentation: """
      A condition on the built-in variable 'Client Name' compares with the name of a client. Where no client has that name,
      the condition never holds and what depends on it never fires. Correct the name, or add the client.
      """,
    wrong: """
      {"trigger": [{"triggerId": "1", "name": "By GA4", "type": "ALWAYS", "filter": [{"type": "EQUALS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Client Name}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "GA4"}]}]}],
        "builtInVariable": [{"type": "CLIENT_NAME", "name": "Client Name"}],
        "client": [{"clientId": "2", "name": "GA4 (EU)", "type": "gaaw_client"}]}
      """,
    right: """
      {"trigger": [{"triggerId": "1", "name": "By GA4", "type": "ALWAYS", "filter": [{"type": "EQUALS",
        "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{Client Name}}"},
          {"type": "TEMPLATE", "key": "arg1", "value": "GA4"}]}]}],
        "builtInVariable": [{"type": "CLIENT_NAME", "name": "Client Name"}],
        "client": [{"clientId": "2", "name": "GA4", "type": "gaaw_client"}]}
      """
  ) { container in
    let builtIns = container.version.builtInVariables.filter { $0.type == .clientName }
    let subjects = Set(builtIns.map { "{{\($0.name ?? $0.type.displayName)}}" })
    let known = container.names(of: .client)
    var questions = NameQuestions(about: .client, of: container)
    return container.entities.flatMap { entity in
      entity.conditions.filter { condition in
        subjects.contains(condition.left) && condition.type == .equals && !condition.isNegated
          && !condition.right.isEmpty && !condition.right.contains("{{")
          && !known.contains(condition.right)
      }.map { condition in
        Breach(
          entity, "waits for the client '\(condition.right)', which the container does not have",
          mend: questions.question(for: condition.right)
            ?? "name a client of this container, or add it", missing: "client '\(condition.right)'")
      }
    }
  }
}
