package import JSONText

/// One entry of `___SERVER_PERMISSIONS___` or `___WEB_PERMISSIONS___`: something that the code may do.
package struct TemplatePermission: Hashable, Sendable {
  /// A restriction of the permission, such as the URLs that may be called.
  package struct Parameter: Hashable, Sendable {
    /// The name, such as `urls`.
    package let key: String
    /// The value.
    package var value: PermissionValue

    /// Pairs a name with its value.
    package init(_ key: String, _ value: PermissionValue) {
      self.key = key
      self.value = value
    }
  }

  /// The permission's name, such as `send_http`.
  package var publicID: String
  /// `1` in every known file.
  package var versionID: String
  /// The parameters, in the file's order.
  package var parameters: [Parameter]
  /// Notes of the editor: `{"isEditedByUser": true}` where the user set a parameter.
  package var clientAnnotations: JSON?
  /// `true` in every known file.
  package var isRequired: Bool
  /// Keys of the entry that the format is not known to have.
  package var unknown: JSONObject

  /// Makes a permission.
  ///
  /// - Parameter isEdited: whether the editor would have noted that the user set a parameter.
  package init(_ publicID: String, _ parameters: [Parameter] = [], isEdited: Bool? = nil) {
    self.publicID = publicID
    versionID = "1"
    self.parameters = parameters
    clientAnnotations = isEdited ?? !parameters.isEmpty ? Self.edited : nil
    isRequired = true
    unknown = JSONObject()
  }

  private static let edited: JSON = ["isEditedByUser": true]
}

extension TemplatePermission {
  /// The value of a parameter.
  package subscript(key: String) -> PermissionValue? {
    parameters.first { $0.key == key }?.value
  }

  /// The texts in a list, such as the URLs of `send_http`; `nil` where there is no such list.
  package func texts(_ key: String) -> [String]? { self[key]?.items?.compactMap(\.text) }

  /// The texts of one column in a list of rows, such as the header names of `read_request`.
  package func texts(_ key: String, column: String) -> [String]? {
    self[key]?.items?.compactMap { $0[column]?.text }
  }

  /// Whether a parameter is the truth value `true`.
  package func allows(_ key: String) -> Bool { self[key] == .boolean(true) }

  /// The reason an entry is not a permission.
  struct Misfit: Error {
    let message: String
  }

  /// Reads an entry.
  init(json: JSON) throws(Misfit) {
    guard let entry = json.object else {
      throw Misfit(message: "a permission is an object with the key 'instance'")
    }
    guard let instance = json["instance"], let publicID = instance["key"]?["publicId"]?.string
    else {
      throw Misfit(message: "a permission has no name at 'instance.key.publicId'")
    }
    guard let parameters = (instance["param"] ?? []).array else {
      throw Misfit(message: "'instance.param' of the permission '\(publicID)' is not a list")
    }
    self.init(publicID)
    self.parameters = try parameters.map { (parameter: JSON) throws(Misfit) in
      guard let key = parameter["key"]?.string, let value = parameter["value"] else {
        throw Misfit(message: "a parameter of the permission '\(publicID)' has no key or no value")
      }
      return Parameter(key, PermissionValue(json: value))
    }
    versionID = instance["key"]?["versionId"]?.string ?? "1"
    clientAnnotations = entry["clientAnnotations"]
    isRequired = entry["isRequired"]?.bool ?? true
    let known: Set = ["instance", "clientAnnotations", "isRequired"]
    unknown = JSONObject(entry.members.filter { !known.contains($0.key) })
  }

  /// The entry, its keys in the order of Google Tag Manager's own export.
  package var json: JSON {
    let key: JSON = ["publicId": .string(publicID), "versionId": .string(versionID)]
    let param = JSON.array(parameters.map { ["key": .string($0.key), "value": $0.value.json] })
    var entry = JSONObject([JSONObject.Member("instance", ["key": key, "param": param])])
    entry["clientAnnotations"] = clientAnnotations
    entry["isRequired"] = .bool(isRequired)
    entry.members += unknown.members
    return .object(entry)
  }
}
