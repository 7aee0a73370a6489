import Foundation
package import JSONText

/// The API's own description (`tagmanager.v2.json`): which requests there are, and which members their bodies have.
package struct DiscoveryDocument: Sendable {
  private struct Method: Sendable {
    let verb: String
    let path: [String]
    let parameters: Set<String>
    let body: String?
  }

  private let methods: [Method]
  private let schemas: JSONObject

  /// The document in a folder; `nil` where it is not there.
  package init?(inFolder folder: String) {
    guard let data = FileManager.default.contents(atPath: folder + "/tagmanager.v2.json"),
      let json = try? JSON.read(Array(data))
    else { return nil }
    schemas = json["schemas"]?.object ?? JSONObject()
    methods = Self.methods(in: json)
  }

  private static func methods(in json: JSON) -> [Method] {
    var methods: [Method] = []
    for member in json["methods"]?.object?.members ?? [] {
      let method = member.value
      methods.append(
        Method(
          verb: method["httpMethod"]?.string ?? "",
          path: (method["flatPath"]?.string ?? method["path"]?.string ?? "")
            .split(separator: "/").map(String.init),
          parameters: Set(method["parameters"]?.object?.members.map(\.key) ?? []),
          body: method["request"]?["$ref"]?.string))
    }
    for member in json["resources"]?.object?.members ?? [] {
      methods += Self.methods(in: member.value)
    }
    return methods
  }

  /// Why a request is not one of the API; `nil` for one that is.
  ///
  /// - Parameter path: below the host, without the query.
  package func fault(
    verb: String, path: String, parameters: [String], body: JSON?
  ) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    let fitting = methods.filter { $0.verb == verb && Self.matches($0.path, parts) }
    guard let method = fitting.first else { return "there is no \(verb) \(path)" }
    if let parameter = parameters.first(where: { !method.parameters.contains($0) }) {
      return "\(verb) \(path) has no parameter '\(parameter)'"
    }
    guard let body else {
      return method.body == nil ? nil : "\(verb) \(path) needs a body"
    }
    guard let schema = method.body else { return "\(verb) \(path) takes no body" }
    return fault(in: body, schema: schema)
  }

  private static func matches(_ pattern: [String], _ parts: [String]) -> Bool {
    guard pattern.count == parts.count else { return false }
    return zip(pattern, parts).allSatisfy { pattern, part in
      guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
        return pattern == part
      }
      let suffix = pattern[pattern.index(after: close)...]
      let value = part.dropLast(suffix.count)
      return part.hasPrefix(pattern[..<open]) && part.hasSuffix(suffix) && !value.isEmpty
        && !value.contains(":")
    }
  }

  private func fault(in json: JSON, schema name: String) -> String? {
    guard let object = json.object else { return "a \(name) is not an object" }
    let properties = schemas[name]?["properties"]
    for member in object.members {
      guard let property = properties?[member.key] else {
        return
          "Invalid JSON payload received. Unknown name \"\(member.key)\" of \(name): Cannot find field."
      }
      if let fault = fault(in: member.value, property: property, "\(name).\(member.key)") {
        return fault
      }
    }
    return nil
  }

  private func fault(in json: JSON, property: JSON, _ place: String) -> String? {
    if let reference = property["$ref"]?.string { return fault(in: json, schema: reference) }
    switch property["type"]?.string {
    case "array":
      guard let elements = json.array, let items = property["items"] else {
        return "\(place) is not an array"
      }
      for element in elements {
        if let fault = fault(in: element, property: items, place) { return fault }
      }
      return nil
    case "string":
      guard let text = json.string else { return "\(place) is not a string" }
      if let words = property["enum"]?.array, !words.contains(.string(text)) {
        return "Invalid value at '\(place)' \"\(text)\""
      }
      return nil
    case "boolean": return json.bool == nil ? "\(place) is not a truth value" : nil
    default: return nil
    }
  }
}
