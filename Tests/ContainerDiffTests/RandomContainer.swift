import JSONText
import TestSupport

/// Containers in the API's form in which every member that the schema knows has a value.
struct RandomContainer {
  private let schemas: JSON
  private var generator: SeededGenerator
  private var count = 0

  static let kinds = [
    ("tag", "Tag"), ("trigger", "Trigger"), ("variable", "Variable"), ("folder", "Folder"),
    ("builtInVariable", "BuiltInVariable"), ("customTemplate", "CustomTemplate"),
    ("client", "Client"), ("transformation", "Transformation"), ("zone", "Zone"),
    ("gtagConfig", "GtagConfig"),
  ]

  init(schemas: JSON, seed: UInt64) {
    self.schemas = schemas
    generator = SeededGenerator(seed: seed)
  }

  /// One entity of each kind but two triggers and two folders, which others refer to.
  mutating func version() -> JSON {
    var version = JSONObject([
      JSONObject.Member("containerId", "2"), JSONObject.Member("containerVersionId", "7"),
      JSONObject.Member("container", ["usageContext": ["server"]]),
    ])
    for (member, schema) in Self.kinds {
      let count = ["trigger", "folder"].contains(member) ? 2 : 1
      version[member] = .array((0..<count).map { entity(member, schema, $0) })
    }
    return .object(version)
  }

  private mutating func entity(_ member: String, _ schema: String, _ index: Int) -> JSON {
    var entity = object(schema, depth: 0)
    let idMember = member == "customTemplate" ? "templateId" : "\(member)Id"
    if entity[idMember] != nil { entity[idMember] = .string("\(member)\(index)") }
    if entity["containerId"] != nil { entity["containerId"] = "2" }
    if entity["parentFolderId"] != nil { entity["parentFolderId"] = "folder0" }
    for key in ["firingTriggerId", "blockingTriggerId", "enablingTriggerId", "disablingTriggerId"]
    where entity[key] != nil {
      entity[key] = ["trigger0", "trigger1"]
    }
    if let boundary = entity["boundary"]?.object {
      var boundary = boundary
      boundary["customEvaluationTriggerId"] = ["trigger0"]
      entity["boundary"] = .object(boundary)
    }
    if member == "tag" || member == "client" { entity["type"] = "cvt_2_customTemplate0" }
    return .object(entity)
  }

  private mutating func object(_ schema: String, depth: Int) -> JSONObject {
    if schema == "Parameter" { return parameter(depth: depth) }
    var object = JSONObject()
    for property in schemas[schema]?["properties"]?.object?.members ?? [] {
      object[property.key] = value(property.value, depth: depth)
    }
    return object
  }

  private mutating func value(_ property: JSON, depth: Int) -> JSON {
    if let reference = property["$ref"]?.string { return .object(object(reference, depth: depth)) }
    if let words = property["enum"]?.array {
      // The first is the unspecified one.
      return words.dropFirst().randomElement(using: &generator) ?? .null
    }
    switch property["type"]?.string {
    case "array":
      let items = property["items"] ?? .null
      return .array((0..<2).map { _ in value(items, depth: depth) })
    case "boolean": return true
    case "integer": return .number(JSONNumber(Int.random(in: 1...9, using: &generator)))
    default: return text()
    }
  }

  private mutating func text() -> JSON {
    count += 1
    let forms = ["text \(count)", "{{variable \(count)}}", "é \(count)", "a\nb \(count)"]
    return .string(forms.randomElement(using: &generator) ?? "")
  }

  /// Mostly a parameter as Tag Manager writes it, now and then one with every member.
  private mutating func parameter(depth: Int) -> JSONObject {
    count += 1
    var object = JSONObject([
      JSONObject.Member("type", "template"), JSONObject.Member("key", .string("key\(count)")),
    ])
    let choice = depth > 1 ? 0 : Int.random(in: 0..<8, using: &generator)
    switch choice {
    case 0, 1, 2: object["value"] = text()
    case 3: object["type"] = "boolean"
    case 4:
      object["type"] = "tagReference"
      object["isWeakReference"] = true
    case 5:
      object["type"] = "list"
      object["list"] = parameters(depth: depth + 1, keyed: false)
    case 6:
      object["type"] = "map"
      object["map"] = parameters(depth: depth + 1, keyed: true)
    default:
      object["list"] = parameters(depth: depth + 1, keyed: false)
      object["map"] = parameters(depth: depth + 1, keyed: true)
      object["isWeakReference"] = true
    }
    if choice == 3 || choice == 4 || choice == 7 { object["value"] = text() }
    return object
  }

  private mutating func parameters(depth: Int, keyed: Bool) -> JSON {
    .array(
      (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        var parameter = parameter(depth: depth)
        if !keyed { parameter["key"] = nil }
        return .object(parameter)
      })
  }
}
