import JSONText
import TagManagerClient

/// Pointing one of Tag Manager's environments at a version.
extension PushRun {
  /// Finds an environment by its name, before anything is written.
  ///
  /// Throws where the container has none of that name, and for *Live* and *Latest*, which nobody points.
  package mutating func findEnvironment(_ name: String) throws(PushFailure) {
    let container = try known().container
    let found = try environments(of: container)
    guard let environment = found.first(where: { $0["name"]?.string == name }) else {
      let names = found.filter(Self.isPointed).compactMap { $0["name"]?.string }.sorted()
      throw PushFailure(
        "'\(order.publicID)' has no environment '\(name)'",
        notes: [
          names.isEmpty
            ? "make one in Tag Manager, under Admin › Environments"
            : "it has \(names.map { "'\($0)'" }.joined(separator: ", "))"
        ])
    }
    guard Self.isPointed(environment) else {
      throw PushFailure(
        "the environment '\(name)' is Tag Manager's own: nobody points it at a version",
        notes: ["'--publish' makes a version live"])
    }
    session.hide([environment["authorizationCode"]?.string].compactMap(\.self))
  }

  /// Points an environment at a version, and notes where it pointed before.
  package mutating func point(
    environment name: String, at number: String
  ) throws(PushFailure) {
    let container = try known().container
    guard let environment = try self.environment(named: name, of: container) else {
      throw PushFailure("'\(order.publicID)' has no environment '\(name)' any more")
    }
    let before = environment["containerVersionId"]?.string
    guard before != number else { return }
    // Pointing at a version that no push has made is not taken back by '--undo'.
    if journal.last?.version == number, journal.last?.environment == nil {
      journal.last?.environment = PushJournal.Environment(name: name, before: before)
      try store.save(journal)
    }
    try put(environment, at: number, container)
  }

  /// Points the environment of the last push back; a sentence for what was done.
  mutating func takeBackEnvironment(
    _ last: PushJournal.Push, _ container: ContainerLocation
  ) throws(PushFailure) -> String? {
    guard let pointed = last.environment,
      let environment = try environment(named: pointed.name, of: container),
      environment["containerVersionId"]?.string == last.version
    else { return nil }
    guard let before = pointed.before else {
      return "environment '\(pointed.name)' pointed at no version before, and stays as it is"
    }
    try put(environment, at: before, container)
    return "environment '\(pointed.name)' points at version \(before) again"
  }

  private mutating func put(
    _ environment: JSONObject, at number: String, _ container: ContainerLocation
  ) throws(PushFailure) {
    guard let id = environment["environmentId"]?.string else {
      throw PushFailure("the answer does not say which environment it describes")
    }
    var changed = environment
    changed["containerVersionId"] = .string(number)
    do throws(WriteRefusal) {
      _ = try session.write(
        api.update(
          environment: .object(changed), id: id,
          fingerprint: environment["fingerprint"]?.string, of: container))
    } catch {
      let name = environment["name"]?.string ?? id
      guard case .uncertain = error,
        try self.environment(named: name, of: container)?["containerVersionId"]?.string == number
      else { throw Self.failure(error) }
    }
  }

  private mutating func environment(
    named name: String, of container: ContainerLocation
  ) throws(PushFailure) -> JSONObject? {
    try environments(of: container).first { $0["name"]?.string == name && Self.isPointed($0) }
  }

  private mutating func environments(
    of container: ContainerLocation
  ) throws(PushFailure) -> [JSONObject] {
    do throws(FetchFailure) {
      let api = api
      return try session.list("environment") { api.environments(of: container, page: $0) }
        .compactMap(\.object)
    } catch {
      throw PushFailure(error)
    }
  }

  /// Whether people point it at a version: *Live*, *Latest* and those of workspaces follow by themselves.
  private static func isPointed(_ environment: JSONObject) -> Bool {
    environment["type"]?.string?.lowercased() == "user"
  }
}
