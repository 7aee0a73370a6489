import SandboxedJS
import TagManager

/// A compiled transformation: its changes to the event data that some tags see.
final class TransformationProgram: Sendable {
  /// The kinds of changes, in the order in which Google applies them.
  enum Action: Sendable {
    /// Only these parameters are left.
    case allow([ValueExpression])
    /// These parameters get these values.
    case augment([(name: ValueExpression, value: ValueExpression)])
    /// These parameters are taken away.
    case exclude([ValueExpression])

    var order: Int {
      switch self {
      case .allow: 0
      case .augment: 1
      case .exclude: 2
      }
    }
  }

  let name: String
  /// `nil` for a type that is not known.
  let action: Action?
  let conditions: [ConditionProgram]
  private let affectsAllBut: Bool
  private let tagNames: Set<String>
  /// The types of tags it is for, each with the names of the tags that it is not for.
  private let tagTypes: [String: Set<String>]

  init(_ transformation: Transformation, _ slots: inout VariableSlots) {
    name = transformation.name
    let parameters = transformation.parameters
    func flag(_ key: String) -> Bool { parameters[key]?.value == "true" }
    func rows(_ key: String) -> [[Parameter]] { (parameters[key]?.list ?? []).map(\.map) }
    affectsAllBut = flag("allTagsExcept")
    tagNames = Set(rows("affectedTags").compactMap { $0["tagReference"]?.value })
    var types: [String: Set<String>] = [:]
    for row in rows("affectedTagTypes") {
      guard let type = row["tagType"]?.value else { continue }
      let exceptions = (row["tagTypeExceptions"]?.list ?? []).flatMap { parameter in
        [parameter.value].compactMap { $0 } + parameter.map.compactMap(\.value)
      }
      types[type, default: []].formUnion(exceptions)
    }
    tagTypes = types
    var conditions: [ConditionProgram] = []
    if flag("matchingConditionsEnabled") {
      for row in rows("matchingConditionsTable") {
        conditions.append(
          ConditionProgram(
            row["variableReference"]?.value ?? "", Self.type(row["expressionType"]?.value ?? ""),
            row["expressionValue"]?.value ?? "", &slots))
      }
    }
    self.conditions = conditions
    func column(_ table: String, _ key: String) -> [ValueExpression] {
      rows(table).map { slots.expression(text: $0[key]?.value ?? "") }
    }
    action =
      switch transformation.type {
      case "tf_allow_params": .allow(column("allowedParamsTable", "allowedParams"))
      case "tf_exclude_params": .exclude(column("excludedParamsTable", "excludedParams"))
      case "tf_augment_event":
        .augment(
          rows("augmentEventTable").map { row in
            (
              slots.expression(text: row["paramName"]?.value ?? ""),
              row["paramValue"].map { slots.expression($0) } ?? .constant("")
            )
          })
      default: nil
      }
  }

  /// The operator of a matching condition: `REGEX` was seen, the others are those of triggers.
  private static func type(_ word: String) -> ConditionType {
    word == "REGEX" ? .matchesRegularExpression : ConditionType(rawValue: word)
  }

  /// Whether it is for a tag.
  func affects(_ tag: Tag) -> Bool {
    let isNamed =
      tagNames.contains(tag.name) || tagTypes[tag.type].map { !$0.contains(tag.name) } ?? false
    // Without a list it is for every tag, Google's default.
    if tagNames.isEmpty, tagTypes.isEmpty { return true }
    return isNamed != affectsAllBut
  }
}

extension ScriptValue {
  /// Keys that no transformation changes.
  ///
  /// Source: Google's list of immutable parameters, all of which start so.
  private static func isImmutable(_ key: String) -> Bool { key.hasPrefix("x-ga-") }

  /// The event data with only some of its parameters.
  func keeping(_ paths: [String]) -> ScriptValue {
    guard case .object(let members) = self else { return self }
    var kept = members.filter { Self.isImmutable($0.key) || paths.contains($0.key) }
    for path in paths where !kept.contains(where: { $0.key == path }) {
      guard let value = value(at: path) else { continue }
      kept.set(value, at: Self.parts(path)[...])
    }
    return .object(kept)
  }

  /// The event data without some of its parameters.
  func removing(_ paths: [String]) -> ScriptValue {
    paths.reduce(self) { data, path in
      Self.isImmutable(path) ? data : data.removing(at: Self.parts(path)[...], whole: path)
    }
  }

  /// The event data with a parameter changed or added.
  func setting(_ path: String, _ value: ScriptValue) -> ScriptValue {
    guard case .object(var members) = self, !Self.isImmutable(path), !path.isEmpty else {
      return self
    }
    members.set(value, at: Self.parts(path)[...])
    return .object(members)
  }

  private static func parts(_ path: String) -> [Substring] {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > HitLimits.nesting ? [path[...]] : parts
  }

  private func removing(at path: ArraySlice<Substring>, whole: String) -> ScriptValue {
    switch self {
    case .object(var members):
      guard let first = path.first else { return self }
      if members.contains(where: { $0.key == whole }) {
        members.removeAll { $0.key == whole }
      } else if path.count == 1 {
        members.removeAll { $0.key == first }
      } else if let index = members.firstIndex(where: { $0.key == first }) {
        members[index] = Member(
          members[index].key, members[index].value.removing(at: path.dropFirst(), whole: ""))
      }
      return .object(members)
    case .array(var elements):
      guard let index = path.first.flatMap({ Int($0) }), elements.indices.contains(index) else {
        return self
      }
      if path.count > 1 {
        elements[index] = elements[index].removing(at: path.dropFirst(), whole: "")
      } else {
        elements.remove(at: index)
      }
      return .array(elements)
    default: return self
    }
  }
}
