import Compiler
import TagManager
import TagwrightPlan

/// The Swift files of an adopted container, and the template files beside them.
package struct AdoptedSources: Sendable {
  /// A file, by its path below the folder of the plan's target.
  package struct File: Sendable {
    /// The path, with `/` between folders.
    package let path: String
    /// The text.
    package let text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The files, in the order in which a person reads them.
  package let files: [File]
  /// The declaration that holds what is added to a plan, for the block of its container.
  package let name: String

  /// The most elements of one block: a compiler's time grows with a block's size.
  private static let blockSize = 20

  /// Prints a container.
  ///
  /// - Parameters:
  ///   - container: what is printed.
  ///   - type: the name of the plan's type.
  package init(_ container: AdoptedContainer, type: String) {
    self.init(AdoptedPlan(container), type: type)
  }

  /// Prints the containers of a plan.
  ///
  /// - Parameters:
  ///   - plan: what is printed.
  ///   - type: the name of the plan's type.
  package init(_ plan: AdoptedPlan, type: String) {
    var names = SwiftNames(taken: plan.web == nil ? [] : ["server", "web"])
    var printer = SourcePrinter(plan.first, type: type, &names)
    let first = printer.print(plan.first, as: .container(plan.first), Self.blockSize, &names)
    var files = printer.files
    var statements = [first]
    func addWeb(_ container: AdoptedContainer, as call: SwiftExpression) -> PlanFile.Statement {
      var web = SourcePrinter(
        container, type: type, filePrefix: "Web", namePrefix: "web", except: printer.stems, &names)
      let statement = web.print(container, as: call, Self.blockSize, &names)
      files += web.files
      return statement
    }
    switch plan.web {
    case nil: break
    case .made(let web, let further):
      let call = SwiftExpression.container(web, server: "server")
      let second =
        further.map { addWeb($0, as: call) } ?? PlanFile.Statement(text: call.text(indent: 4))
      statements = [first.property("server", "ServerContainer"), second]
    case .declared(let container):
      let second = addWeb(container, as: .container(container))
      statements = [
        first.property("server", "ServerContainer"), second.property("web", "RawWebContainer"),
      ]
    }
    let text = PlanFile(
      type: type, statements: statements, sharedProperties: printer.sharedProperties
    ).text
    self.files =
      [File(path: "Plan.swift", text: text)] + files
      + plan.templates.map { File(path: $0.path, text: $0.text) }
    name = "plan"
  }
}

// What is added to a plan.
extension AdoptedSources {
  private static let addition = "/// Taken over from Tag Manager.\n  static var "

  /// Prints what is added to a plan.
  ///
  /// - Parameters:
  ///   - container: what is printed.
  ///   - type: the name of the plan's type.
  ///   - words: names that the plan may have already.
  package init(adding container: AdoptedContainer, to type: String, avoiding words: Set<String>) {
    var names = SwiftNames(taken: words)
    name = names.name(for: "adopted", "elements")
    let parts = names.name(for: "adopted", "parts")
    let number = name.drop { !$0.isNumber }
    var printer = SourcePrinter(container, type: type, filePrefix: "Adopted\(number)", &names)
    var blocks: [String] = []
    for part in container.parts where part.folder != nil || !part.elements.isEmpty {
      blocks += printer.add(part, blockSize: Self.blockSize, &names)
    }
    let text = """
      import Tagwright

      extension \(type) {
        \(Self.addition)\(name): [ContainerElement] { \(parts).adopted() }

      \(printer.list(blocks, as: parts, Self.blockSize, &names))}

      """
    files =
      [File(path: "Adopted\(number).swift", text: text)] + printer.files
      + container.templates.map { File(path: $0.path, text: $0.text) }
  }

  /// The declaration that holds what a file adds to a plan; `nil` where the file adds nothing.
  package static func addedName(in text: String) -> String? {
    text.firstRange(of: addition).map { String(text[$0.upperBound...].prefix { $0 != ":" }) }
  }
}
