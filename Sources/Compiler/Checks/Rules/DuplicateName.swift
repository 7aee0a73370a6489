import Diagnostics
import TagwrightPlan

extension Rule {
  /// Tag Manager finds things by their names.
  static let duplicateName = Rule(
    error: "duplicate-name",
    "two things of one kind have one name",
    documentation: """
      Tags, triggers, variables, clients, templates and folders refer to each other by name, so Tag Manager keeps one of
      each kind per name. The same goes for destinations, whose tags begin with their names, and for the public ids of
      containers. A declaration that is used twice is no problem; two different ones are.
      """,
    wrong: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      RawVariable("Shop", type: "c", parameters: [.text("value", "US")])
      """),
    right: .container(
      """
      RawVariable("Shop EU", type: "c", parameters: [.text("value", "EU")])
      RawVariable("Shop US", type: "c", parameters: [.text("value", "US")])
      """),
    check: .lowered { container in
      container.problems.compactMap { problem in
        guard case .duplicate(let key, let first, let second) = problem else { return nil }
        let kind = key.kind.rawValue
        return Finding(
          "\(kind) '\(key.name)' is declared twice", at: second,
          notes: [
            .init("first declared here", at: first),
            .init("Tag Manager keeps one \(kind) per name; give this one another name"),
          ])
      }
        + repeated(container.resolved.declaredDestinations.map { ($0.name, $0.place) }).map {
          name in
          let kind = container.resolved.declaredDestinations.first { $0.name == name.name }
            .map { "\(type(of: $0))" }
          return finding(
            "two destinations are named '\(name.name)'", name,
            mend: "give each a name of its own"
              + (kind.map { ", such as '\($0)(\"\(name.name) 2\", …)'" } ?? ""))
        }
    })
}

/// A name that stands twice, and where.
struct RepeatedName {
  let name: String
  let first: SourcePlace
  let second: SourcePlace
}

/// The names that stand twice or more.
func repeated(_ names: [(name: String, place: SourcePlace)]) -> [RepeatedName] {
  var first: [String: SourcePlace] = [:]
  return names.compactMap { name, place in
    guard let earlier = first[name] else {
      first[name] = place
      return nil
    }
    return RepeatedName(name: name, first: earlier, second: place)
  }
}

/// One line that is run twice, as a function that is called twice, is shown once.
private func finding(_ message: String, _ name: RepeatedName, mend: String) -> Finding {
  let first =
    name.first == name.second
    ? Diagnostic.Note("both are declared on this line")
    : Diagnostic.Note("first declared here", at: name.first)
  return Finding(message, at: name.second, notes: [first, .init(mend)])
}

extension ResolvedContainer {
  fileprivate var declaredDestinations: [any Destination] {
    elements.compactMap {
      if case .destination(let destination) = $0.kind { destination } else { nil }
    }
  }
}
