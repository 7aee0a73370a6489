import Diagnostics
package import JSONText
import TagManager

extension ContainerDiff {
  /// For programs that read on; its members are documented in the README and stay.
  package var json: JSON {
    [
      "from": old.json, "to": new.json,
      "summary": [
        "add": .number(JSONNumber(addedCount)), "change": .number(JSONNumber(changedCount)),
        "remove": .number(JSONNumber(removedCount)),
        "unowned": .number(JSONNumber(unowned.count)),
      ],
      "findings": .array(
        findings.map { finding in
          [
            "meaning": .string(finding.diagnostic.rule),
            "severity": .string(finding.diagnostic.severity.rawValue),
            "kind": .string(finding.kind.rawValue), "name": .string(finding.name),
            "message": .string(finding.diagnostic.message),
          ]
        }),
      "entities": .array(entities.map(\.json)),
      "unowned": .array(
        unowned.map { entity in
          var object = JSONObject()
          object["kind"] = .string(entity.kind.rawValue)
          object["name"] = .string(entity.name)
          object["type"] = entity.type.map { .string($0) }
          return .object(object)
        }),
    ]
  }
}

extension ContainerDiff.Side {
  fileprivate var json: JSON {
    var object = JSONObject()
    object["label"] = .string(label)
    object["name"] = containerName.map { .string($0) }
    object["publicId"] = publicID.map { .string($0) }
    object["version"] = version.map { .string($0) }
    return .object(object)
  }
}

extension ContainerDiff.Entity {
  fileprivate var json: JSON {
    var object = JSONObject()
    object["kind"] = .string(kind.rawValue)
    object["name"] = .string(name)
    object["type"] = type.map { .string($0) }
    switch outcome {
    case .added: object["outcome"] = "added"
    case .removed: object["outcome"] = "removed"
    case .changed: object["outcome"] = "changed"
    case .renamed(let name):
      object["outcome"] = "renamed"
      object["previousName"] = .string(name)
    }
    object["changes"] = .array(changes.map(\.json))
    return .object(object)
  }
}

extension Change {
  fileprivate var json: JSON {
    var object = JSONObject([JSONObject.Member("path", .string(path))])
    if let lines {
      object["hunks"] = .array(
        lines.hunks.map { hunk in
          [
            "oldLine": .number(JSONNumber(hunk.oldLine)),
            "newLine": .number(JSONNumber(hunk.newLine)),
            "removed": .array(hunk.removed.map { .string($0) }),
            "added": .array(hunk.added.map { .string($0) }),
          ]
        })
    } else {
      object["old"] = old?.json
      object["new"] = new?.json
    }
    return .object(object)
  }
}

extension NormalValue {
  /// The value for programs; what has a kind of its own says it.
  fileprivate var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let digits): .number(JSONNumber(unchecked: digits))
    case .text(let text): .string(text)
    case .secret: .string(SecretConstants.shown)
    case .list(let values), .set(let values): .array(values.map(\.json))
    case .record(let entries): entries.json
    case .typed("BOOLEAN", .text("true")): true
    case .typed("BOOLEAN", .text("false")): false
    case .typed(let word, let value): ["type": .string(word), "value": value.json]
    }
  }
}

extension [NormalValue.Entry] {
  /// An object; a key that comes twice has its values in a list.
  fileprivate var json: JSON {
    var members: [JSONObject.Member] = []
    for entry in self {
      if let last = members.last, last.key.isExactly(entry.key) {
        let earlier = last.value.array ?? [last.value]
        members[members.count - 1].value = .array(earlier + [entry.value.json])
      } else {
        members.append(JSONObject.Member(entry.key, entry.value.json))
      }
    }
    return .object(JSONObject(members))
  }
}
