package import JSONText

/// `___INFO___`: what a template is called, what it is, and which container takes it.
///
/// Every key is kept in its order, those that the format is not known to have too.
package struct TemplateInfo: Hashable, Sendable {
  /// The keys and values as the file has them.
  package var attributes: JSONObject

  /// Takes the information as a file has it.
  package init(attributes: JSONObject) {
    self.attributes = attributes
  }

  /// The id of a template that is not in a container: Google Tag Manager gives it another when it is imported.
  package static let newTemplateID = "cvt_temp_public_id"

  /// Makes the information of a new template, its keys in the order of Google Tag Manager's own export.
  package init(
    kind: CustomTemplate.Kind, side: CustomTemplate.Side, displayName: String, description: String,
    categories: [String] = [], brand: TemplateBrand? = nil
  ) {
    var keys: [(String, JSON)] = [
      ("type", .string(kind.rawValue)),
      ("id", .string(Self.newTemplateID)),
      ("version", 1),
      ("securityGroups", []),
      ("displayName", .string(displayName)),
    ]
    if !categories.isEmpty { keys.append(("categories", .array(categories.map(JSON.string)))) }
    if let brand { keys.append(("brand", brand.json)) }
    keys.append(("description", .string(description)))
    keys.append(("containerContexts", [.string(side.rawValue)]))
    attributes = JSONObject(keys.map { JSONObject.Member($0.0, $0.1) })
  }
}

extension TemplateInfo {
  /// The template's kind in a container; `nil` for an unknown word.
  package var kind: CustomTemplate.Kind? {
    attributes["type"]?.string.flatMap(CustomTemplate.Kind.init(rawValue:))
  }

  /// `cvt_temp_public_id`, or `cvt_` and the gallery's id.
  package var id: String {
    get { attributes["id"]?.string ?? "" }
    set { attributes["id"] = .string(newValue) }
  }

  /// The template's name.
  package var displayName: String {
    get { attributes["displayName"]?.localisedText ?? "" }
    set { attributes["displayName"] = .string(newValue) }
  }

  /// The purpose of the template.
  package var description: String {
    get { attributes["description"]?.localisedText ?? "" }
    set { attributes["description"] = .string(newValue) }
  }

  /// The gallery's categories, such as `ANALYTICS`.
  package var categories: [String] { attributes["categories"]?.array?.compactMap(\.string) ?? [] }

  /// The kinds of container that take the template; every known file names exactly one.
  package var containerContexts: [CustomTemplate.Side] {
    (attributes["containerContexts"]?.array ?? [])
      .compactMap { $0.string.flatMap(CustomTemplate.Side.init(rawValue:)) }
  }

  /// The maker of the template.
  package var brand: TemplateBrand? { attributes["brand"].map(TemplateBrand.init(json:)) }
}

/// The maker of a template, as the gallery shows it.
package struct TemplateBrand: Hashable, Sendable {
  /// The keys and values as the file has them.
  package let json: JSON

  /// Takes a brand as a file has it.
  package init(json: JSON) {
    self.json = json
  }

  /// Makes a brand.
  ///
  /// - Parameter thumbnail: a picture as a `data:` URL.
  package init(displayName: String, thumbnail: String? = nil) {
    var keys = JSONObject([
      JSONObject.Member("id", "brand_dummy"),
      JSONObject.Member("displayName", .string(displayName)),
    ])
    keys["thumbnail"] = thumbnail.map(JSON.string)
    json = .object(keys)
  }

  /// The name that is shown.
  package var displayName: String { json["displayName"]?.string ?? "" }
}

extension JSON {
  /// A text, or the `text` of an object that also holds its translations.
  var localisedText: String? { string ?? self["text"]?.string }
}
