/// Collects what a container or a folder consists of.
@resultBuilder
public enum ContainerBuilder {
  /// A GA4 client.
  public static func buildExpression(_ client: GA4Client) -> [ContainerElement] {
    [ContainerElement(kind: .ga4Client(client))]
  }
  /// A GA4 tag.
  public static func buildExpression(_ tag: GA4Tag) -> [ContainerElement] {
    [ContainerElement(kind: .ga4Tag(tag))]
  }
  /// A trigger.
  public static func buildExpression(_ trigger: Trigger) -> [ContainerElement] {
    [ContainerElement(kind: .trigger(trigger))]
  }
  /// A tag in Tag Manager's own terms.
  public static func buildExpression(_ tag: RawTag) -> [ContainerElement] {
    [ContainerElement(kind: .rawTag(tag))]
  }
  /// A trigger in Tag Manager's own terms.
  public static func buildExpression(_ trigger: RawTrigger) -> [ContainerElement] {
    [ContainerElement(kind: .rawTrigger(trigger))]
  }
  /// A variable in Tag Manager's own terms.
  public static func buildExpression(_ variable: RawVariable) -> [ContainerElement] {
    [ContainerElement(kind: .rawVariable(variable))]
  }
  /// A variable that the live container has.
  public static func buildExpression(_ variable: ExternalVariable) -> [ContainerElement] {
    [ContainerElement(kind: .externalVariable(variable))]
  }
  /// A variable with a name of its own.
  public static func buildExpression(_ variable: Variable) -> [ContainerElement] {
    [ContainerElement(kind: .variable(variable))]
  }
  /// Built-in variables.
  public static func buildExpression(_ builtIns: BuiltIns) -> [ContainerElement] {
    [ContainerElement(kind: .builtIns(builtIns))]
  }
  /// A template that is taken as it is.
  public static func buildExpression(_ template: RawTemplate) -> [ContainerElement] {
    [ContainerElement(kind: .rawTemplate(template))]
  }
  /// A transformation in Tag Manager's own terms.
  public static func buildExpression(_ transformation: RawTransformation) -> [ContainerElement] {
    [ContainerElement(kind: .rawTransformation(transformation))]
  }
  /// A zone in Tag Manager's own terms.
  public static func buildExpression(_ zone: RawZone) -> [ContainerElement] {
    [ContainerElement(kind: .rawZone(zone))]
  }
  /// The settings of a Google tag in Tag Manager's own terms.
  public static func buildExpression(_ settings: RawGoogleTagSettings) -> [ContainerElement] {
    [ContainerElement(kind: .rawGoogleTagSettings(settings))]
  }
  /// A member that Tagwright has no word for.
  public static func buildExpression(_ member: RawMember) -> [ContainerElement] {
    [ContainerElement(kind: .rawMember(member))]
  }
  /// A client in Tag Manager's own terms.
  public static func buildExpression(_ client: RawClient) -> [ContainerElement] {
    [ContainerElement(kind: .rawClient(client))]
  }
  /// A tag of a template file.
  public static func buildExpression(_ tag: TemplateTag) -> [ContainerElement] {
    [ContainerElement(kind: .templateTag(tag))]
  }
  /// A variable of a template file.
  public static func buildExpression(_ variable: TemplateVariable) -> [ContainerElement] {
    [ContainerElement(kind: .templateVariable(variable))]
  }
  /// A client of a template file.
  public static func buildExpression(_ client: TemplateClient) -> [ContainerElement] {
    [ContainerElement(kind: .templateClient(client))]
  }
  /// A folder.
  public static func buildExpression(_ folder: Folder) -> [ContainerElement] {
    [ContainerElement(kind: .folder(folder))]
  }
  /// A destination.
  public static func buildExpression(_ destination: some Destination) -> [ContainerElement] {
    [ContainerElement(kind: .destination(destination))]
  }
  /// An example, which becomes nothing in Tag Manager.
  public static func buildExpression(_ example: Example) -> [ContainerElement] {
    [ContainerElement(kind: .example(example))]
  }
  /// Elements that a function made.
  public static func buildExpression(_ elements: [ContainerElement]) -> [ContainerElement] {
    elements
  }

  /// Says what a container takes where something else was written.
  @available(
    *, unavailable,
    message:
      "a container lists GA4Client, GA4Tag, destinations, Trigger, Folder, RawTag, TemplateTag, Example, …"
  )
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [ContainerElement] { [] }

  /// Several elements.
  public static func buildBlock(_ parts: [ContainerElement]...) -> [ContainerElement] {
    parts.flatMap(\.self)
  }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [ContainerElement]?) -> [ContainerElement] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [ContainerElement]) -> [ContainerElement] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [ContainerElement]) -> [ContainerElement] { part }
  /// A loop.
  public static func buildArray(_ parts: [[ContainerElement]]) -> [ContainerElement] {
    parts.flatMap(\.self)
  }
}
