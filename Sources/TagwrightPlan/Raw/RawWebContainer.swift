/// A web container that is declared entity by entity, in the words of a server container and in Tag Manager's own.
///
/// `WebContainer` is made from a server container instead.
public struct RawWebContainer: Sendable {
  /// The container's elements; declared as a server container's contents are.
  package let contents: ServerContainer

  /// Declares a web container.
  ///
  /// - Parameters:
  ///   - name: the container's name.
  ///   - publicID: its public id, such as `GTM-DEF5678`.
  ///   - elements: what it consists of.
  public init(
    _ name: String, publicID: String, file: StaticString = #filePath, line: UInt = #line,
    @ContainerBuilder elements: () -> [ContainerElement]
  ) {
    contents = ServerContainer(name, publicID: publicID, file: file, line: line, elements: elements)
  }

  package init(_ contents: ServerContainer) { self.contents = contents }

  /// The container was taken over from Tag Manager; see `ServerContainer.adopted()`.
  public func adopted() -> RawWebContainer { RawWebContainer(contents.adopted()) }
}
