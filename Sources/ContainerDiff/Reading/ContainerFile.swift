package import JSONText
import Parallel
import TagManager

/// A container as a file has it: an export, or an answer of the Tag Manager API that was saved.
package struct ContainerFile: Sendable {
  /// How reports and errors call it, such as the path.
  package let name: String
  /// The version with all its entities, each an object with a name.
  package let version: JSONObject

  /// The size in bytes above which a file is no container: an import takes 10 MB at most.
  package static let greatestSize = 64 << 20

  /// Reads a container in either form.
  ///
  /// Throws for what is no JSON, with line and column, and for JSON that is no container.
  package init(_ bytes: [UInt8], name: String) throws(ContainerFileError) {
    let json: JSON
    do throws(JSONReadError) {
      json = try JSON.read(bytes, JSONReadOptions(file: name, depthLimit: Self.depthLimit))
    } catch {
      throw ContainerFileError(error.description)
    }
    try self.init(json, name: name)
  }

  /// Takes a JSON value that was read before.
  package init(_ json: JSON, name: String) throws(ContainerFileError) {
    self.name = name
    version = try Self.version(in: json, name: name)
    for kind in EntityKind.allCases where kind != .containerVersion { try check(kind) }
  }

  /// Tag Manager's own files go down to about fifteen.
  private static let depthLimit = 100

  private static func version(
    in json: JSON, name: String
  ) throws(ContainerFileError) -> JSONObject {
    guard case .object(let root) = json else {
      throw ContainerFileError(
        "'\(name)' is no container: expected an object, found \(kind(of: json))",
        notes: [advice])
    }
    if let wrapped = root["containerVersion"] {
      guard case .object(let version) = wrapped else {
        throw ContainerFileError(
          "'\(name)' is no container: 'containerVersion' is \(kind(of: wrapped)), not an object")
      }
      return version
    }
    if let message = root["error"]?["message"]?.string {
      throw ContainerFileError(
        "'\(name)' is no container, but an error of the Tag Manager API: \(message)")
    }
    if root["numTags"] != nil || root["containerVersionHeader"] != nil {
      throw ContainerFileError(
        "'\(name)' is only the header of a version", notes: ["fetch the version itself"])
    }
    guard root["containerVersionId"] != nil || root["container"]?.object != nil else {
      throw ContainerFileError(
        "'\(name)' is no container: it has no member 'containerVersion'", notes: [advice])
    }
    return root
  }

  private static let advice =
    "take a file of Admin › Export Container, or a version that the Tag Manager API returned"

  private static func kind(of json: JSON) -> String {
    switch json {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  private func check(_ kind: EntityKind) throws(ContainerFileError) {
    guard let member = version[kind.rawValue] else { return }
    guard case .array(let entities) = member else {
      throw ContainerFileError(
        "'\(name)' is no container: '\(kind.rawValue)' is \(Self.kind(of: member)), not an array")
    }
    for (index, entity) in entities.enumerated() {
      let place = "'\(kind.rawValue)[\(index)]'"
      guard case .object(let object) = entity else {
        throw ContainerFileError(
          "'\(name)' is no container: \(place) is \(Self.kind(of: entity)), not an object")
      }
      guard object[kind.nameMember]?.string != nil else {
        throw ContainerFileError(
          "'\(name)' is no container: \(place) has no member '\(kind.nameMember)' with a text")
      }
    }
  }
}

extension ContainerFile {
  /// Reads several containers at once; the first that is none is told of.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(ContainerFileError) -> [ContainerFile] {
    let results = files.mapConcurrently { file in
      Result { () throws(ContainerFileError) in try ContainerFile(file.bytes, name: file.name) }
    }
    var read: [ContainerFile] = []
    for result in results { read.append(try result.get()) }
    return read
  }
}

extension ContainerFile {
  /// The container's public id, `GTM-…`.
  package var publicID: String? { version["container"]?["publicId"]?.string }
  /// The container's name.
  package var containerName: String? { version["container"]?["name"]?.string }
  /// The version's number; `nil` for a workspace.
  package var versionNumber: String? {
    let number = version.text("containerVersionId")
    return number.isEmpty || number == "0" ? nil : number
  }
  /// Whether it has constants, the variables that can hold a secret.
  package var hasConstants: Bool {
    version.entities(of: .variable).contains { $0["type"]?.string == "c" }
  }
  /// Where the container runs, in words such as `SERVER`; `nil` where the file does not say.
  package var usageContext: String? {
    version["container"]?["usageContext"]?.array?.first?.string.map(Form.exportWord)
  }
}

/// Why a file is no container, or two of them cannot be compared.
package struct ContainerFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and where: lower case, no full stop.
  package let description: String
  /// What to do about it, a line each.
  package let notes: [String]

  package init(_ description: String, notes: [String] = []) {
    self.description = description
    self.notes = notes
  }
}
