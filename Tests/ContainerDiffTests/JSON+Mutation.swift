import JSONText

/// Where a value stands in another.
typealias JSONPath = [JSONStep]

enum JSONStep: Hashable {
  case member(String)
  case index(Int)
}

extension JSON {
  /// The places of everything in it, itself left out.
  func places(_ path: JSONPath = []) -> [JSONPath] {
    switch self {
    case .object(let object):
      object.members.flatMap { member in
        [path + [.member(member.key)]] + member.value.places(path + [.member(member.key)])
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, element in
        [path + [.index(index)]] + element.places(path + [.index(index)])
      }
    default: []
    }
  }

  /// What stands at a place; setting `nil` takes it away.
  subscript(path: ArraySlice<JSONStep>) -> JSON? {
    get {
      guard let step = path.first else { return self }
      switch (self, step) {
      case (.object(let object), .member(let key)): return object[key]?[path.dropFirst()]
      case (.array(let elements), .index(let index)):
        return elements.indices.contains(index) ? elements[index][path.dropFirst()] : nil
      default: return nil
      }
    }
    set {
      guard let step = path.first else { return }
      switch (self, step) {
      case (.object(var object), .member(let key)):
        if path.count == 1 {
          object[key] = newValue
        } else if var value = object[key] {
          value[path.dropFirst()] = newValue
          object[key] = value
        }
        self = .object(object)
      case (.array(var elements), .index(let index)) where elements.indices.contains(index):
        if path.count > 1 {
          elements[index][path.dropFirst()] = newValue
        } else if let newValue {
          elements[index] = newValue
        } else {
          elements.remove(at: index)
        }
        self = .array(elements)
      default: break
      }
    }
  }

  /// Another value of the same kind.
  var other: JSON {
    switch self {
    case .null: 1
    case .bool(let value): .bool(!value)
    case .number(let number): .number(JSONNumber((number.integer ?? 0) + 1))
    case .string(let text): .string(text + " x")
    case .array(let elements): .array(elements + [elements.last?.other ?? "x"])
    case .object(let object):
      .object(JSONObject(object.members + [JSONObject.Member("neverSeen", "x")]))
    }
  }

  /// The same with everything that follows from being another container: ids, fingerprints, paths.
  func renumbered() -> JSON {
    switch self {
    case .array(let elements): return .array(elements.map { $0.renumbered() })
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { JSONObject.Member($0.key, $0.value.renumbered(as: $0.key)) }))
    default: return self
    }
  }

  private func renumbered(as key: String) -> JSON {
    switch key {
    case "path", "fingerprint", "tagManagerUrl", "workspaceId", "accountId":
      return .string("other \(key)")
    case "containerId": return "999"
    case "tagId", "triggerId", "variableId", "folderId", "templateId", "clientId",
      "transformationId", "zoneId", "gtagConfigId", "parentFolderId":
      return string.map { .string(Self.otherID($0)) } ?? self
    case "firingTriggerId", "blockingTriggerId", "enablingTriggerId", "disablingTriggerId",
      "customEvaluationTriggerId":
      return array.map { ids in
        .array(ids.map { $0.string.map { .string(Self.otherID($0)) } ?? $0 })
      }
        ?? self
    case "parameter", "map":
      guard let elements = array else { return renumbered() }
      return .array(elements.reversed().map { $0.renumbered() })
    default:
      guard let type = string, type.hasPrefix("cvt_2_") else { return renumbered() }
      return .string("cvt_999_\(Self.otherID(String(type.dropFirst(6))))")
    }
  }

  /// Reserved ids stay.
  private static func otherID(_ id: String) -> String {
    id.hasPrefix("21474795") ? id : "9\(id)"
  }
}
