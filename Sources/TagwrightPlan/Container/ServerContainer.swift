public import Diagnostics

/// A server container: its clients, tags, triggers, variables, templates and destinations.
public struct ServerContainer: Sendable {
  package let name: String
  package let publicID: String
  package var elements: [ContainerElement]
  package let place: SourcePlace
  package var allowances: [Allowance] = []
  package var sizeBudget = SizeBudget()

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
    case rawClient(RawClient)
    case templateTag(TemplateTag)
    case templateVariable(TemplateVariable)
    case templateClient(TemplateClient)
    case folder(Folder)
    case destination(any Destination)
    case example(Example)
  }

  package let kind: Kind

  package init(kind: Kind) {
    self.kind = kind
  }
}

/// A folder of the container's list; it holds what is declared inside it.
public struct Folder: Sendable {
  package let name: String
  package let notes: String?
  package var elements: [ContainerElement]
  package let place: SourcePlace

  /// Declares a folder; a destination inside it puts its entities here.
  public init(
    _ name: String, notes: String? = nil, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    self.name = name
    self.notes = notes
    self.elements = elements()
    place = TagwrightPlan.place(file, line)
  }
}

/// Somewhere events are sent to: what has a folder in `Destinations`.
public protocol Destination: Sendable {
  /// The destination's name in Tag Manager, with which its tags' names begin.
  var name: String { get }
  /// The line on which it was declared.
  var place: SourcePlace { get }
}
