import JSONText
import Publishing
import SandboxedJS
import TagManager
import TagManagerClient

/// A push that was shown and kept, to be carried out later: only if nothing has moved since.
///
/// Holds no value of the plan or the container: names, fingerprints and a digest that leaves secrets out.
struct SavedPlan {
  /// A record of what the push was planned from and would do.
  let json: JSON

  /// Keeps what pushes would do.
  init(_ pushes: [PlannedPush]) {
    json = ["format": 1, "containers": .array(pushes.map(Self.json))]
  }

  private static func json(_ push: PlannedPush) -> JSON {
    let digest = SHA256.digest(of: push.planned.textWithoutSecrets)
    return [
      "container": .string(push.publicID), "digest": .string(Hexadecimal.encode(digest)),
      "live": .string(push.state.live ?? ""), "latest": .string(push.state.latest ?? ""),
      "workspace": .string(push.state.workspace?.path ?? ""),
      "changes": .array(
        push.plan.changes.map { change in
          [
            "kind": .string(change.key.kind.rawValue), "name": .string(change.key.name),
            "action": .string(change.action.word),
            "fingerprint": .string(change.fingerprint ?? ""),
          ]
        }),
    ]
  }

  /// Writes the plan to a file of this path.
  func write(to path: String) throws(CommandError) {
    try PrivateFile(path: path).write(json.bytes(.container))
  }

  /// Refuses a file that holds another plan.
  func check(against path: String) throws(CommandError) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileSystem.read(path) } catch { throw CommandError(error) }
    guard let saved = try? JSON.read(bytes), saved["format"] == json["format"] else {
      throw CommandError(
        "'\(path)' is not a plan of 'push'", notes: ["'push --out \(path)' makes one"])
    }
    guard saved == json else {
      throw CommandError(
        "'\(path)' is out of date: the plan, the container or what is live has changed since",
        notes: ["make it anew with 'push --out \(path)', and look at what it would do now"],
        status: .finding)
    }
  }
}

extension EntityChange.Action {
  /// The action in a word.
  var word: String {
    switch self {
    case .add: "add"
    case .update: "change"
    case .rename: "rename"
    case .remove: "remove"
    }
  }
}
