package import JSONText

/// One container of Tag Manager behind its API: workspaces, versions, ids, fingerprints, refusals.
///
/// Where it is not known how Tag Manager behaves, a switch says so (``Behaviour``): a client has to be right under
/// every setting. What is known is in the documentation, or was reported by users of the API.
package struct SimulatedAPI: Sendable {
  /// What is not known of Tag Manager.
  package struct Behaviour: Sendable, Hashable {
    /// Whether one bad entity keeps a whole `bulk_update` from being done.
    package var bulkIsAtomic = true
    /// Whether an entity in a `bulk_update` may refer to one that comes after it.
    package var bulkAllowsForwardReferences = true
    /// How many changes a `bulk_update` may carry.
    package var bulkLimit = 1000
    /// Whether there is a `bulk_update` at all.
    package var hasBulk = true
    /// Whether a `bulk_update` takes templates.
    package var bulkTakesTemplates = true
    /// Whether what something else refers to can be deleted.
    package var deletesWhatIsUsed = true
    /// Whether the account may change the container; else Tag Manager says that it finds nothing.
    package var mayEdit = true
    /// The status of a fingerprint that is out of date.
    package var staleStatus = 409
    /// Whether the quota is refused with 429, else with 403.
    package var quotaIs429 = true
    /// How many workspaces a container has at most.
    package var workspaceLimit = 3
    /// Whether the token may delete workspaces.
    package var mayDeleteWorkspaces = false
    /// How many entries a page of a list has.
    package var pageSize = 100

    package init() {}
  }

  package struct Version: Sendable {
    package let number: Int
    package var name: String
    package var entities: SimulatedEntities
    package var fingerprint: String

    package init(number: Int, name: String, entities: SimulatedEntities, fingerprint: String) {
      self.number = number
      self.name = name
      self.entities = entities
      self.fingerprint = fingerprint
    }
  }

  package struct Workspace: Sendable {
    package let id: Int
    package var name: String
    /// The version that it starts from.
    package var base: Int
    package var entities: SimulatedEntities
    /// What `sync` could not merge: the entity in the workspace and in the version.
    package var conflicts: [(kind: String, id: String, inVersion: JSONObject?)] = []

    package init(id: Int, name: String, base: Int, entities: SimulatedEntities) {
      self.id = id
      self.name = name
      self.base = base
      self.entities = entities
    }
  }

  package static let account = "6001"
  package let containerID: String
  package let publicID: String
  package let context: String
  package var behaviour: Behaviour
  package var versions: [Version] = []
  package var workspaces: [Workspace] = []
  package var live: Int?
  package var latest = 0
  /// The next id: one counter for all kinds.
  package var nextID = 3
  private var clock = 1_790_000_000_000
  /// Ids of workspaces that have become versions.
  package var submitted: Set<Int> = []
  package var publications: [Int] = []
  /// The environments, *Live* and *Latest* among them.
  package var environments: [JSONObject] = []

  package init(
    publicID: String = StandInTagManager.publicID, containerID: String = "7002",
    context: String = "server", behaviour: Behaviour = Behaviour()
  ) {
    self.publicID = publicID
    self.containerID = containerID
    self.context = context
    self.behaviour = behaviour
    versions = [Version(number: 1, name: "", entities: SimulatedEntities(), fingerprint: tick())]
    latest = 1
    live = 1
    workspaces = [
      Workspace(id: 2, name: "Default Workspace", base: 1, entities: SimulatedEntities())
    ]
  }

  /// `accounts/…/containers/…`.
  package var path: String { "accounts/\(Self.account)/containers/\(containerID)" }

  mutating func tick() -> String {
    clock += 1
    return String(clock)
  }

  /// Adds an environment of people's own, or one of Tag Manager's own kinds, such as `live`.
  package mutating func addEnvironment(
    _ name: String, type: String = "user", at version: Int? = nil
  ) {
    let id = String(environments.count + 1)
    var members: [JSONObject.Member] = [
      .init("path", .string("\(path)/environments/\(id)")),
      .init("accountId", .string(Self.account)), .init("containerId", .string(containerID)),
      .init("environmentId", .string(id)), .init("type", .string(type)),
      .init("name", .string(name)), .init("fingerprint", .string(tick())),
      .init("authorizationCode", .string("preview-\(id)")), .init("enableDebug", false),
    ]
    if let version { members.append(.init("containerVersionId", .string(String(version)))) }
    environments.append(JSONObject(members))
  }

  /// The version that an environment points at.
  package func version(ofEnvironment name: String) -> String? {
    environments.first { $0["name"]?.string == name }?["containerVersionId"]?.string
  }

  /// A version as the API answers it.
  package func json(_ version: Version) -> JSON {
    var members: [JSONObject.Member] = [
      .init("path", .string("\(path)/versions/\(version.number)")),
      .init("accountId", .string(Self.account)), .init("containerId", .string(containerID)),
      .init("containerVersionId", .string(String(version.number))),
      .init("name", .string(version.name)), .init("container", container),
      .init("fingerprint", .string(version.fingerprint)),
    ]
    for kind in SimulatedEntities.kinds where !version.entities[kind].isEmpty {
      members.append(.init(kind, .array(version.entities[kind].map(JSON.object))))
    }
    return .object(JSONObject(members))
  }

  var container: JSON {
    [
      "path": .string(path), "accountId": .string(Self.account),
      "containerId": .string(containerID), "name": "Example shop", "publicId": .string(publicID),
      "usageContext": [.string(context)], "fingerprint": "1719693071890",
    ]
  }

  /// The content of a workspace, as a version.
  package func content(ofWorkspace name: String) -> JSON? {
    workspaces.first { $0.name == name }.map {
      json(Version(number: 0, name: "", entities: $0.entities, fingerprint: "0"))
    }
  }

  package func version(_ number: Int?) -> Version? { versions.first { $0.number == number } }

  // MARK: What others do

  /// Somebody publishes a version with changes of their own.
  package mutating func publishForeign(_ change: (inout SimulatedEntities) -> Void) {
    var entities = version(latest)?.entities ?? SimulatedEntities()
    change(&entities)
    let number = (versions.map(\.number).max() ?? 0) + 1
    versions.append(
      Version(number: number, name: "foreign", entities: entities, fingerprint: tick()))
    (latest, live) = (number, number)
  }

  /// Somebody submits a workspace.
  package mutating func submitForeign(_ name: String) {
    guard let index = workspaces.firstIndex(where: { $0.name == name }) else { return }
    _ = makeVersion(ofWorkspaceAt: index, named: "foreign")
  }

  mutating func makeVersion(ofWorkspaceAt index: Int, named name: String) -> Version {
    let workspace = workspaces.remove(at: index)
    submitted.insert(workspace.id)
    let version = Version(
      number: (versions.map(\.number).max() ?? 0) + 1, name: name, entities: workspace.entities,
      fingerprint: tick())
    versions.append(version)
    latest = version.number
    return version
  }

  mutating func newID() -> String {
    nextID += 1
    return String(nextID)
  }
}
