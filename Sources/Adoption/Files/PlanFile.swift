import TagManager
import TagwrightPlan

/// The file that declares a plan.
struct PlanFile {
  /// A container, as the plan lists it.
  struct Statement {
    /// The expression, its first line without the indentation.
    let text: String
    /// The properties that it refers to.
    var properties = ""
  }

  let type: String
  let statements: [Statement]
  /// The properties that several destinations refer to.
  let sharedProperties: String

  var text: String {
    """
    import Tagwright

    /// \(statements.count > 1 ? "Containers that were" : "A container that was") taken over from Tag Manager.
    @main
    struct \(type): TrackingPlan {
      var plan: Plan {
    \(statements.map { "    \($0.text)\n" }.joined())  }
    \(statements.map(\.properties).joined())\(sharedProperties)}

    """
  }
}

extension PlanFile.Statement {
  /// The container as a property of the plan's type.
  func property(_ name: String, _ type: String) -> PlanFile.Statement {
    PlanFile.Statement(
      text: name, properties: "\n  var \(name): \(type) {\n    \(text)\n  }\n\(properties)")
  }
}

extension SwiftExpression {
  /// A container that is declared entity by entity, without its block.
  static func container(_ container: AdoptedContainer) -> SwiftExpression {
    .call(
      container.side == .web ? "RawWebContainer" : "ServerContainer",
      [.init(nil, .string(container.name)), .init("publicID", .string(container.publicID))])
  }

  /// A web container that is made from the server container of a property, without its block.
  static func container(_ web: WebContainer, server: String) -> SwiftExpression {
    var arguments: [SwiftExpression.Argument] = [
      .init(nil, .string(web.name)), .init("publicID", .string(web.publicID)),
      .init("sendingTo", .word(server)), .init("at", .string(web.serverURL)),
      .init("pixel", .call("Pixel", [.init(nil, .word(".\(web.pixel.origin)"))])),
    ]
    if let measurementID = web.measurementID {
      arguments.append(.init("measurementID", .string(measurementID)))
    }
    if let consent = web.consent {
      arguments.append(.init("consent", DestinationPrinter.expression(consent)))
    }
    if case .historyChanges = web.pageViews {
      arguments.append(.init("pageViews", .word(".historyChanges")))
    }
    if !web.alsoToGA4.isEmpty {
      arguments.append(.init("alsoToGA4", .array(web.alsoToGA4.map { .string($0) })))
    }
    return .call("WebContainer", arguments)
  }
}

extension SourcePrinter {
  /// The container of these blocks.
  func statement(
    _ call: SwiftExpression, of words: [String], _ blockSize: Int, _ names: inout SwiftNames
  ) -> PlanFile.Statement {
    let (words, blocks) = Self.parts(words, blockSize, &names)
    let block = SwiftExpression.closures(call, [.init(nil, words.map { .word($0) })])
    return PlanFile.Statement(
      text: block.text(indent: 4) + (isAdopted ? "\n    .adopted()" : ""), properties: blocks)
  }

  /// A declaration that lists blocks, and the blocks of its own.
  func list(
    _ words: [String], as name: String, _ blockSize: Int, _ names: inout SwiftNames
  ) -> String {
    let (words, blocks) = Self.parts(words, blockSize, &names)
    return """
        @ContainerBuilder private static var \(name): [ContainerElement] {
      \(words.map { "    \($0)" }.joined(separator: "\n"))
        }
      \(blocks)
      """
  }

  /// Names of blocks in blocks of their own, until few enough are left.
  private static func parts(
    _ words: [String], _ blockSize: Int, _ names: inout SwiftNames
  ) -> (words: [String], blocks: String) {
    var words = words
    var blocks = ""
    while words.count > blockSize {
      words = stride(from: 0, to: words.count, by: blockSize).map { start in
        let name = names.name(for: "folders", "part")
        let lines = words[start..<min(start + blockSize, words.count)].map { "    \($0)\n" }
        blocks +=
          "\n  @ContainerBuilder private static var \(name): [ContainerElement] {\n\(lines.joined())  }\n"
        return "Self.\(name)"
      }
    }
    return (words, blocks)
  }
}
