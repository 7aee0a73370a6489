import SandboxedJS

/// The contents of the data layer that the pushes of a page have left.
///
/// Source: Google's data-layer helper: objects and lists are merged member by member, everything else is replaced, and
/// a key with dots is a path. Therefore a shorter list keeps the end of a longer one that was pushed before it.
struct DataLayerModel {
  private(set) var members: [ScriptValue.Member] = []

  /// Everything, as an object.
  var value: ScriptValue { .object(members) }

  /// Merges a push.
  mutating func push(_ members: [ScriptValue.Member]) {
    for member in members {
      let path = member.key.split(separator: ".").map(String.init)
      // What no page pushes is not a path.
      guard !path.isEmpty, path.count <= HitLimits.nesting else { continue }
      let nested = path.dropFirst().reversed().reduce(member.value) { value, key in
        .object([.init(key, value)])
      }
      self.members.set(path[0], Self.merge(nested, into: self.members.value(of: path[0])))
    }
  }

  private static func merge(_ new: ScriptValue, into old: ScriptValue?) -> ScriptValue {
    switch (new, old) {
    case (.object(let added), .object(var known)):
      for member in added {
        known.set(member.key, merge(member.value, into: known.value(of: member.key)))
      }
      return .object(known)
    case (.array(let added), .array(let known)):
      return .array(
        (0..<max(added.count, known.count)).map { index in
          guard added.indices.contains(index) else { return known[index] }
          return merge(added[index], into: known.indices.contains(index) ? known[index] : nil)
        })
    default: return new
    }
  }
}

extension [ScriptValue.Member] {
  fileprivate func value(of key: String) -> ScriptValue? { last { $0.key == key }?.value }
}
