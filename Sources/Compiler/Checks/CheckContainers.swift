import Diagnostics
import TagwrightPlan

/// Containers that cannot be told apart, and destinations inside them.
func checkContainers(_ plan: ResolvedPlan) -> [Diagnostic] {
  let containers = plan.serverContainers
  if containers.isEmpty {
    return [
      .error(
        "empty-plan", "the plan '\(plan.name)' declares no container", at: nil,
        "add a ServerContainer to its 'plan'")
    ]
  }
  return containers.flatMap { checkPublicID($0.declaration) }
    + repeated(containers.map { ($0.declaration.publicID, $0.declaration.place) }) {
      "two containers have the public id '\($0)'"
    }
    + containers.flatMap { container in
      repeated(container.destinations.map { ($0.name, $0.place) }) {
        "two destinations are named '\($0)'"
      }
    }
}

/// The id names the container's folder where a plan has several.
private func checkPublicID(_ container: ServerContainer) -> [Diagnostic] {
  let rest = container.publicID.utf8.dropFirst(4)
  let isRight =
    container.publicID.hasPrefix("GTM-") && !rest.isEmpty
    && rest.allSatisfy {
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
  if isRight { return [] }
  return [
    .error(
      "public-id", "'\(container.publicID)' is no public id of a container", at: container.place,
      "it is 'GTM-' and capital letters or digits, as Tag Manager shows it")
  ]
}

private func repeated(
  _ names: [(name: String, place: SourcePlace)], _ message: (String) -> String
) -> [Diagnostic] {
  var first: [String: SourcePlace] = [:]
  return names.compactMap { name, place in
    guard let earlier = first[name] else {
      first[name] = place
      return nil
    }
    return Diagnostic(
      .error, rule: "duplicate-name", message(name), at: place,
      notes: [.init("first declared here", at: earlier), .init("give one of them another")])
  }
}

extension ResolvedContainer {
  fileprivate var destinations: [any Destination] {
    elements.compactMap {
      if case .destination(let destination) = $0.kind { destination } else { nil }
    }
  }
}
