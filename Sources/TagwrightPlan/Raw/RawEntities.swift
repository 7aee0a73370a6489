package import Diagnostics

/// The type of an entity in Tag Manager's own terms.
package enum RawType: Sendable {
  /// A word of container exports, such as `sgtmgaaw`.
  case named(String)
  /// An entity made by a template that is taken as it is.
  case template(RawTemplate)

  /// The word; `nil` for a template's.
  package var word: String? { if case .named(let word) = self { word } else { nil } }
}

/// A client in Tag Manager's own terms.
public struct RawClient: Sendable {
  package let name: String
  package let type: RawType
  package let parameters: [RawParameter]
  package let priority: Int
  package let notes: String?
  package let place: SourcePlace

  /// Declares a client by its type's name in container exports, such as `gtm_client`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], priority: Int = 0,
    notes: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = .named(type)
    self.parameters = parameters
    self.priority = priority
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }

  /// Declares a client of a template that is taken as it is; its parameters are not checked against the template.
  public init(
    _ name: String, template: RawTemplate, parameters: [RawParameter] = [], priority: Int = 0,
    notes: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    type = .template(template)
    self.parameters = parameters
    self.priority = priority
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// A transformation, which changes events before tags see them, in Tag Manager's own terms.
public struct RawTransformation: Sendable {
  package let name: String
  package let type: String
  package let parameters: [RawParameter]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a transformation by its type's name in container exports, such as `tf_exclude_params`.
  public init(
    _ name: String, type: String, parameters: [RawParameter] = [], notes: String? = nil,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.type = type
    self.parameters = parameters
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// A zone: other containers that a web container loads.
public struct RawZone: Sendable {
  /// A container that a zone loads.
  public struct Child: Sendable {
    package let publicID: String?
    package let nickname: String?

    /// Names a container by its public id, such as `GTM-ABC1234`.
    public init(publicID: String?, nickname: String? = nil) {
      self.publicID = publicID
      self.nickname = nickname
    }
  }

  package let name: String
  package let children: [Child]
  package let conditions: [RawCondition]
  package let triggers: [TriggerReference]
  package let restricts: Bool?
  package let allowedTypes: [String]
  package let notes: String?
  package let place: SourcePlace

  /// Declares a zone.
  ///
  /// - Parameters:
  ///   - name: the zone's name.
  ///   - children: the containers that it loads.
  ///   - conditions: where it loads them.
  ///   - triggers: on which triggers the conditions are looked at.
  ///   - restricts: whether only some types of tags may fire in them; `nil` where nothing is said of it.
  ///   - allowedTypes: those types, in the words of container exports.
  ///   - notes: what stands in the zone's notes.
  public init(
    _ name: String, children: [Child], where conditions: [RawCondition] = [],
    evaluatedOn triggers: [TriggerReference] = [], restricts: Bool? = nil,
    allowedTypes: [String] = [], notes: String? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.name = name
    self.children = children
    self.conditions = conditions
    self.triggers = triggers
    self.restricts = restricts
    self.allowedTypes = allowedTypes
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// The settings of a Google tag, in Tag Manager's own terms.
public struct RawGoogleTagSettings: Sendable {
  package let type: String
  package let parameters: [RawParameter]
  package let place: SourcePlace

  /// Declares the settings by their type's name in answers of Tag Manager's API.
  public init(
    type: String, parameters: [RawParameter] = [], file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.type = type
    self.parameters = parameters
    place = TagwrightPlan.place(file, line)
  }
}
