import Compiler
import TagwrightPlan

extension DestinationPrinter {
  /// The file of one destination: an extension of the plan's type with a property that holds it.
  func file(
    _ destination: WrittenDestination, named property: String, in type: String, blockSize: Int,
    _ names: inout SwiftNames
  ) -> String {
    let events = destination.declaration.events
    var blocks: [(name: String, events: [SwiftExpression])] = []
    if events.count > blockSize {
      for start in stride(from: 0, to: events.count, by: blockSize) {
        let part = events[start..<min(start + blockSize, events.count)]
        blocks.append(
          (
            names.exactly("\(property)Events\(start / blockSize + 1)"),
            part.map { mapping(of: $0, destination) }
          ))
      }
    }
    let declaration = expression(destination, eventBlocks: blocks.map(\.name))
    let lists = blocks.map { block in
      """

        @EventMapBuilder<\(destination.type).Event> private static var \(block.name): [On<\(destination.type).Event>] {
      \(block.events.map { "    \($0.text(indent: 4))\n" }.joined())  }

      """
    }
    return """
      import Tagwright

      extension \(type) {
        static var \(property): \(destination.type) {
          \(declaration.text(indent: 4))
        }
      \(lists.joined())}

      """
  }
}

extension DestinationPrinter.Shared {
  /// The property, as the plan's type has it.
  var text: String {
    switch content {
    case .source(let source):
      "  /// \(comment)\n  static var \(name): Source { \(source.text(indent: 2)) }\n"
    case .keys(let keys):
      "  /// \(comment)\n  @MatchKeyBuilder static var \(name): [MatchKey] {\n"
        + keys.map { "    \($0.text(indent: 4))\n" }.joined() + "  }\n"
    }
  }
}
