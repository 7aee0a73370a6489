package import JSONText
import TagManager

extension PushJournal {
  /// The format's version; another one is refused.
  private static let format = 1

  /// Reads a journal; `nil` for anything else.
  package init?(_ json: JSON) {
    guard json["format"]?.number?.integer == Self.format,
      let owned = Set<EntityKey>(json["owned"]), let removed = Set<EntityKey>(json["removed"])
    else { return nil }
    self.owned = owned
    self.removed = removed
    if let workspace = json["workspace"] {
      guard let path = workspace["path"]?.string, let name = workspace["name"]?.string else {
        return nil
      }
      self.workspace = Workspace(path: path, name: name, base: workspace["base"]?.string)
    }
    version = json["version"]?.string
    if let last = json["last"] {
      guard let push = Push(last) else { return nil }
      self.last = push
    }
  }

  /// The journal as JSON, its members in a fixed order.
  package var json: JSON {
    var members: [JSONObject.Member] = [
      .init("format", .number(JSONNumber(Self.format))),
      .init("owned", owned.json), .init("removed", removed.json),
    ]
    if let workspace {
      members.append(
        .init(
          "workspace",
          .present(
            ("path", .string(workspace.path)), ("name", .string(workspace.name)),
            ("base", workspace.base.map(JSON.string)))))
    }
    if let version { members.append(.init("version", .string(version))) }
    if let last { members.append(.init("last", last.json)) }
    return .object(JSONObject(members))
  }
}

extension PushJournal.Push {
  fileprivate init?(_ json: JSON) {
    guard let touched = json["touched"]?.array?.map(Touched.init), !touched.contains(nil),
      let owned = Set<EntityKey>(json["owned"])
    else { return nil }
    self.owned = owned
    isComplete = json["isComplete"]?.bool ?? false
    live = json["live"]?.string
    latest = json["latest"]?.string
    workspace = json["workspace"]?.string
    createdWorkspace = json["createdWorkspace"]?.bool ?? false
    self.touched = touched.compactMap { $0 }
    versionName = json["versionName"]?.string
    version = json["version"]?.string
    isPublished = json["isPublished"]?.bool ?? false
    environment = json["environment"].flatMap { environment in
      environment["name"]?.string.map {
        PushJournal.Environment(name: $0, before: environment["before"]?.string)
      }
    }
  }

  fileprivate var json: JSON {
    .present(
      ("live", live.map(JSON.string)), ("latest", latest.map(JSON.string)),
      ("workspace", workspace.map(JSON.string)), ("createdWorkspace", .bool(createdWorkspace)),
      ("touched", .array(touched.map(\.json))), ("owned", owned.json),
      ("isComplete", .bool(isComplete)), ("versionName", versionName.map(JSON.string)),
      ("version", version.map(JSON.string)),
      ("isPublished", .bool(isPublished)),
      (
        "environment",
        environment.map {
          .present(("name", .string($0.name)), ("before", $0.before.map(JSON.string)))
        }
      ))
  }
}

extension PushJournal.Push.Touched {
  fileprivate init?(_ json: JSON) {
    guard let key = EntityKey(json) else { return nil }
    self.key = key
    isAdded = json["isAdded"]?.bool ?? false
    wasChanged = json["wasChanged"]?.bool ?? false
    before = json["before"]
    fingerprint = json["fingerprint"]?.string
  }

  fileprivate var json: JSON {
    .present(
      ("kind", .string(key.kind.rawValue)), ("name", .string(key.name)),
      ("isAdded", .bool(isAdded)), ("wasChanged", .bool(wasChanged)), ("before", before),
      ("fingerprint", fingerprint.map(JSON.string)))
  }
}

extension EntityKey {
  fileprivate init?(_ json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(EntityKind.init(rawValue:)),
      let name = json["name"]?.string
    else { return nil }
    self.init(kind, name)
  }

  fileprivate var json: JSON { ["kind": .string(kind.rawValue), "name": .string(name)] }
  fileprivate var sortKey: String { "\(kind.rawValue) \(name)" }
}

extension Set<EntityKey> {
  fileprivate init?(_ json: JSON?) {
    guard let keys = json?.array?.map(EntityKey.init), !keys.contains(nil) else { return nil }
    self.init(keys.compactMap { $0 })
  }

  /// The keys in a fixed order.
  fileprivate var json: JSON { .array(sorted { $0.sortKey < $1.sortKey }.map(\.json)) }
}

extension JSON {
  /// An object of the members that have a value.
  fileprivate static func present(_ members: (String, JSON?)...) -> JSON {
    .object(JSONObject(members.compactMap { name, value in value.map { .init(name, $0) } }))
  }
}
