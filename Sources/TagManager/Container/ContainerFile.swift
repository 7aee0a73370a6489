package import JSONText

/// A container as a file has it: an export, or an answer of the Tag Manager API that was saved.
package struct ContainerFile: Sendable {
  /// The file's name in reports and errors, such as the path.
  package let name: String
  /// The version with all its entities, each an object with a name.
  package let version: JSONObject
  /// The spelling of its enumerations.
  package let form: Form
  /// The version in Tag Manager's own terms, where it was made here.
  private let made: ContainerVersion?

  /// The size in bytes above which a file is not a container: an import takes 10 MB at most.
  package static let greatestSize = 64 << 20

  /// Reads a container in either form.
  ///
  /// Throws for what is no JSON, with line and column, and for JSON that is not a container.
  package init(_ bytes: [UInt8], name: String) throws(ContainerFileError) {
    try self.init(Self.json(bytes, name: name), name: name)
  }

  private static func json(_ bytes: [UInt8], name: String) throws(ContainerFileError) -> JSON {
    do throws(JSONReadError) {
      return try JSON.read(bytes, JSONReadOptions(file: name, depthLimit: depthLimit))
    } catch {
      throw ContainerFileError(error.description)
    }
  }

  /// Takes a JSON value that was read before.
  ///
  /// - Parameter made: the version that the value was made of; `nil` for a file.
  package init(
    _ json: JSON, name: String, made: ContainerVersion? = nil
  ) throws(ContainerFileError) {
    self.name = name
    self.made = made
    (version, form) = try Self.version(in: json, name: name)
    for kind in EntityKind.allCases where kind != .containerVersion { try check(kind) }
  }

  /// Tag Manager's own files go down to about fifteen.
  private static let depthLimit = 100

  private static func version(
    in json: JSON, name: String
  ) throws(ContainerFileError) -> (JSONObject, Form) {
    guard case .object(let root) = json else {
      throw ContainerFileError(
        "'\(name)' is not a container: expected an object, found \(kind(of: json))",
        notes: [advice])
    }
    if let wrapped = root["containerVersion"] {
      guard case .object(let version) = wrapped else {
        throw ContainerFileError(
          "'\(name)' is not a container: 'containerVersion' is \(kind(of: wrapped)), not an object")
      }
      return (version, .export)
    }
    if let message = root["error"]?["message"]?.string {
      throw ContainerFileError(
        "'\(name)' is not a container, but an error of the Tag Manager API: \(message)")
    }
    if root["numTags"] != nil || root["containerVersionHeader"] != nil {
      throw ContainerFileError(
        "'\(name)' is only the header of a version", notes: ["fetch the version itself"])
    }
    guard root["containerVersionId"] != nil || root["container"]?.object != nil else {
      throw ContainerFileError(
        "'\(name)' is not a container: it has no member 'containerVersion'", notes: [advice])
    }
    return (root, .api)
  }

  private static let advice =
    "take a file of Admin › Export Container, or a version that the Tag Manager API returned, such as the answer to "
    + "'versions:live'"

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
        "'\(name)' is not a container: '\(kind.rawValue)' is \(Self.kind(of: member)), not an array"
      )
    }
    for (index, entity) in entities.enumerated() {
      let place = "'\(kind.rawValue)[\(index)]'"
      guard case .object(let object) = entity else {
        throw ContainerFileError(
          "'\(name)' is not a container: \(place) is \(Self.kind(of: entity)), not an object")
      }
      guard object[kind.nameMember]?.string != nil else {
        throw ContainerFileError(
          "'\(name)' is not a container: \(place) has no member '\(kind.nameMember)' with a text")
      }
    }
  }
}

extension ContainerFile {
  /// Takes a container that was made here.
  package init(_ version: ContainerVersion, name: String) {
    self.name = name
    made = version
    self.version = version.json(.export).object ?? JSONObject()
    form = .export
  }

  /// The version in Tag Manager's own terms.
  ///
  /// Throws, with the path, where a member has another JSON type than it should or is missing.
  package func read() throws(ContainerFileError) -> ContainerVersion {
    if let made { return made }
    do throws(ContainerReadError) {
      return try ContainerVersion(json: .object(version), form: form)
    } catch {
      throw ContainerFileError(
        "'\(name)' is not a container that can be read: \(error)",
        notes: [error.mend, "'lint FILE' names everything in a file that cannot be read"])
    }
  }

  /// As much of the version as can be read.
  package var readable: ContainerVersion {
    if let made { return made }
    var misreads: [ContainerReadError] = []
    var read = ContainerVersion(json: .object(version), form: form, misreads: &misreads)
    read.misreads = form == .export ? misreads.map { $0.inside("containerVersion") } : misreads
    return read
  }

  /// As much of the container in a file as can be read.
  ///
  /// Throws for what is no JSON, with line and column, and for JSON that is not a container.
  package static func readable(
    _ bytes: [UInt8], name: String
  ) throws(ContainerFileError) -> ContainerVersion {
    let json = try json(bytes, name: name)
    let (version, form) = try version(in: json, name: name)
    var misreads: [ContainerReadError] = []
    var read: ContainerVersion
    if form == .export {
      read = ContainerExport(json: json, form: form, misreads: &misreads).version
    } else {
      read = ContainerVersion(json: .object(version), form: form, misreads: &misreads)
    }
    read.misreads = misreads
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
    let number = version["containerVersionId"]?.string ?? "0"
    return number.isEmpty || number == "0" ? nil : number
  }
  /// Whether it has constants, the variables that can hold a secret.
  package var hasConstants: Bool {
    version[EntityKind.variable.rawValue]?.array?.contains { $0["type"]?.string == "c" } ?? false
  }
  /// The platform that the container runs on, in words such as `SERVER`; `nil` where the file does
  /// not say.
  package var usageContext: String? {
    version["container"]?["usageContext"]?.array?.first?.string.map(Form.exportWord)
  }
}

/// The reason a file is not a container, or two of them cannot be compared.
package struct ContainerFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem and its place: lower case, no full stop.
  package let description: String
  /// The remedies, a line each.
  package let notes: [String]

  package init(_ description: String, notes: [String] = []) {
    self.description = description
    self.notes = notes
  }
}
