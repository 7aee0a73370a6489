package import TagwrightPlan

extension Plan {
  /// The plan's server containers with every destination in another layout and with other reads.
  package func arranged(_ layout: Layout, _ sources: SourceStyle) -> Plan {
    Plan(
      serverContainers: serverContainers.map { container in
        var copy = container
        copy.elements = Self.arranged(container.elements, layout, sources)
        return copy
      })
  }

  private static func arranged(
    _ elements: [ContainerElement], _ layout: Layout, _ sources: SourceStyle
  ) -> [ContainerElement] {
    elements.map { element in
      switch element.kind {
      case .destination(let destination as any DeclaredDestination):
        return ContainerElement(kind: .destination(destination.layout(layout).sources(sources)))
      case .folder(var folder):
        folder.elements = arranged(folder.elements, layout, sources)
        return ContainerElement(kind: .folder(folder))
      default: return element
      }
    }
  }
}
