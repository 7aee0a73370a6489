public import Diagnostics

/// A server container: its clients, tags, triggers, variables, templates and destinations.
public struct ServerContainer: Sendable {
  package let name: String
  package let publicID: String
  package var elements: [ContainerElement]
  package let place: SourcePlace
  package var allowances: [Allowance] = []
  package var sizeBudget = SizeBudget()
  /// Whether it was taken over from Tag Manager.
  package private(set) var isAdopted = false

  /// Declares a server container.
  ///
  /// - Parameters:
  ///   - name: the container's name.
  ///   - publicID: its public id, such as `GTM-ABC1234`.
  ///   - elements: what it consists of.
  public init(
    _ name: String, publicID: String, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    self.name = name
    self.publicID = publicID
    self.elements = elements()
    place = TagwrightPlan.place(file, line)
  }

  package init(
    _ name: String, publicID: String, elements: [ContainerElement], at place: SourcePlace
  ) {
    self.name = name
    self.publicID = publicID
    self.elements = elements
    self.place = place
  }

  /// The container was taken over from Tag Manager, as `init --from-container` writes it: what is declared entity by
  /// entity keeps its notes as they are, and what Tag Manager would refuse in a new container is a warning.
  public func adopted() -> ServerContainer {
    var copy = self
    copy.isAdopted = true
    copy.elements = elements.adopted()
    return copy
  }
}

/// One thing that a container consists of.
public struct ContainerElement: Sendable {
  package enum Kind: Sendable {
    case ga4Client(GA4Client)
    case ga4Tag(GA4Tag)
    case trigger(Trigger)
    case rawTag(RawTag)
    case rawTrigger(RawTrigger)
    case rawVariable(RawVariable)
    case externalVariable(ExternalVariable)
    case variable(Variable)
    case builtIns(BuiltIns)
    case rawClient(RawClient)
    case rawTemplate(RawTemplate)
    case rawTransformation(RawTransformation)
    case rawZone(RawZone)
    case rawGoogleTagSettings(RawGoogleTagSettings)
    case rawMember(RawMember)
    case templateTag(TemplateTag)
    case templateVariable(TemplateVariable)
    case templateClient(TemplateClient)
    case folder(Folder)
    case destination(any Destination)
    case example(Example)
  }

  package let kind: Kind
  /// Whether it was taken over from Tag Manager.
  package var isAdopted = false

  package init(kind: Kind) {
    self.kind = kind
  }
}

/// A folder of the container's list; it holds what is declared inside it.
public struct Folder: Sendable {
  package let name: String
  package let notes: String?
  /// The id of a folder that only the live container has.
  package let externalID: String?
  /// Whether another declaration makes the folder.
  package let isAddition: Bool
  package var elements: [ContainerElement]
  /// Whether it was taken over from Tag Manager.
  package var isAdopted = false
  package let place: SourcePlace

  /// Declares a folder; a destination inside it puts its entities here.
  public init(
    _ name: String, notes: String? = nil, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    self.init(name, notes: notes, elements: elements(), at: TagwrightPlan.place(file, line))
  }

  /// Names a folder that the live container has and the plan does not make, by its id.
  public init(
    id: String, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    self.init(externalID: id, elements: elements(), at: TagwrightPlan.place(file, line))
  }

  /// Adds to a folder that is declared elsewhere.
  public init(
    addingTo name: String, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    self.init(
      name, notes: nil, isAddition: true, elements: elements(), at: TagwrightPlan.place(file, line))
  }

  package init(
    _ name: String, notes: String?, isAddition: Bool = false, elements: [ContainerElement],
    at place: SourcePlace
  ) {
    self.name = name
    self.notes = notes
    self.isAddition = isAddition
    externalID = nil
    self.elements = elements
    self.place = place
  }

  package init(externalID: String, elements: [ContainerElement], at place: SourcePlace) {
    // No name that a person can give, so that it meets no other folder's.
    name = "\u{0}\(externalID)"
    notes = nil
    isAddition = false
    self.externalID = externalID
    self.elements = elements
    self.place = place
  }
}

/// Somewhere events are sent to: what has a folder in `Destinations`.
public protocol Destination: Sendable {
  /// The destination's name in Tag Manager, with which its tags' names begin.
  var name: String { get }
  /// The line on which it was declared.
  var place: SourcePlace { get }
}
