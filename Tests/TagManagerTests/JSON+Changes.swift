import JSONText
import TestSupport

extension JSON {
  /// Replaces what stands at a path, or takes it away; says whether there was anything.
  mutating func replace(at path: ArraySlice<String>, with value: JSON?) -> Bool {
    guard let key = path.first else { return false }
    switch self {
    case .object(var object):
      guard var member = object[key] else { return false }
      if path.count == 1 {
        object[key] = value
      } else {
        guard member.replace(at: path.dropFirst(), with: value) else { return false }
        object[key] = member
      }
      self = .object(object)
      return true
    case .array(var elements):
      guard let index = Int(key), elements.indices.contains(index) else { return false }
      if path.count == 1 {
        guard let value else { return false }
        elements[index] = value
      } else {
        guard elements[index].replace(at: path.dropFirst(), with: value) else { return false }
      }
      self = .array(elements)
      return true
    default: return false
    }
  }

  /// The same with new members at random places of its objects.
  func withUnknownMembers(_ generator: inout SeededGenerator) -> JSON {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.withUnknownMembers(&generator) })
    case .object(let object):
      var members = object.members.map {
        JSONObject.Member($0.key, $0.value.withUnknownMembers(&generator))
      }
      for number in 0..<Int.random(in: 0..<3, using: &generator) {
        let values: [JSON] = [.null, 1, "text", [], ["tag": [["type": 1]]]]
        members.insert(
          JSONObject.Member("unknown\(number)", values.randomElement(using: &generator) ?? .null),
          at: Int.random(in: 0...members.count, using: &generator))
      }
      return .object(JSONObject(members))
    default: return self
    }
  }

  /// The same with about one value in twenty replaced.
  func withSomethingReplaced(_ generator: inout SeededGenerator) -> JSON {
    if Int.random(in: 0..<20, using: &generator) == 0 {
      let values: [JSON] = [.null, true, 1, "text", "", [], [[:]], [:], ["type": "map"]]
      return values.randomElement(using: &generator) ?? .null
    }
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.withSomethingReplaced(&generator) })
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map {
            JSONObject.Member($0.key, $0.value.withSomethingReplaced(&generator))
          }))
    default: return self
    }
  }
}
