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
    var names = SwiftNames()
    var printer = SourcePrinter(container, type: type, &names)
    var files: [File] = []
    var words: [String] = []
    printer.addDestinations(of: container, blockSize: Self.blockSize, &names)
    for part in container.parts where part.folder != nil || !part.elements.isEmpty {
      words += printer.add(part, blockSize: Self.blockSize, &names)
    }
    files.append(
      File(path: "Plan.swift", text: printer.plan(container, of: words, Self.blockSize, &names)))
    files += printer.files
    files += container.templates.map { File(path: $0.path, text: $0.text) }
    self.files = files
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

/// Prints parts of a container as files.
private struct SourcePrinter {
  let type: String
  let printer: PlanPrinter
  /// The Swift names of templates, by their own.
  let templates: [String: String]
  /// The Swift names of destinations, by their own.
  private var destinations: [String: String] = [:]
  /// The properties that several destinations refer to.
  private var sharedProperties = ""
  private(set) var files: [AdoptedSources.File] = []
  private let filePrefix: String
  private let isAdopted: Bool
  private var stems: Set<String> = ["plan", "adopted"]

  init(
    _ container: AdoptedContainer, type: String, filePrefix: String = "",
    _ names: inout SwiftNames
  ) {
    self.type = type
    self.filePrefix = filePrefix
    isAdopted = container.isAdopted
    var triggers: [String: String] = [:]
    var templates: [String: String] = [:]
    for element in container.parts.flatMap(\.elements) {
      switch element.kind {
      case .trigger(let trigger):
        triggers[trigger.name] = names.name(for: trigger.name, "trigger")
      case .rawTrigger(let trigger):
        triggers[trigger.name] = names.name(for: trigger.name, "trigger")
      case .rawTemplate(let template):
        templates[template.name] = names.name(for: template.name, "template")
      default: break
      }
    }
    self.templates = templates
    printer = PlanPrinter(triggerNames: triggers, templateNames: templates)
  }

  /// Prints each destination as a file of its own.
  mutating func addDestinations(
    of container: AdoptedContainer, blockSize: Int, _ names: inout SwiftNames
  ) {
    let written = container.parts.flatMap(\.elements).compactMap { element in
      if case .destination(let destination) = element.kind {
        WrittenDestination(destination)
      } else {
        nil
      }
    }
    guard !written.isEmpty else { return }
    let printer = DestinationPrinter(written, &names)
    sharedProperties = printer.shared.map { "\n\($0.text)" }.joined()
    for destination in written {
      let name = destination.declaration.name
      let property = names.property(for: name)
      destinations[name] = property
      files.append(
        AdoptedSources.File(
          path: "\(stem(of: name)).swift",
          text: printer.file(
            destination, named: property, in: type, blockSize: blockSize, &names)))
    }
  }

  /// Prints a part as a file or, for what lies in no folder, a file for each kind.
  ///
  /// - Returns: the names of the blocks that hold it.
  mutating func add(
    _ part: AdoptedPart, blockSize: Int, _ names: inout SwiftNames
  ) -> [String] {
    guard let folder = part.folder else {
      return Self.groups(part.elements).flatMap { group -> [String] in
        if let statements = statements(inPlan: group.elements) { return statements }
        let block = names.name(for: group.word, "elements")
        add(
          named: group.word,
          group.elements, block: block, blockSize: blockSize, &names
        ) { lines in
          "  @ContainerBuilder static var \(block): [ContainerElement] {\n\(lines(4))  }\n"
        }
        return ["Self.\(block)"]
      }
    }
    let title = folder.origin == .nowhere ? "Folder \(folder.name)" : folder.name
    let block = names.name(for: title, "folder")
    let name = SwiftExpression.string(folder.name)
    let arguments: [SwiftExpression.Argument] =
      switch folder.origin {
      case .here: [.init(nil, name)] + printer.notes(folder.notes)
      case .plan: [.init("addingTo", name)]
      case .nowhere: [.init("id", name)]
      }
    let call = SwiftExpression.call("Folder", arguments).text(indent: 4, used: 2)
    add(named: title, part.elements, block: block, blockSize: blockSize, &names) { lines in
      """
        @ContainerBuilder static var \(block): [ContainerElement] {
          \(call) {
      \(lines(6))    }
        }

      """
    }
    return ["Self.\(block)"]
  }

  /// The elements as they stand in the plan itself, where they are few and it has been made from a plan of one's own.
  private func statements(inPlan elements: [ContainerElement]) -> [String]? {
    guard !isAdopted, elements.count <= 8 else { return nil }
    let statements = elements.compactMap { element -> String? in
      switch element.kind {
      case .destination(let destination): destinations[destination.name].map { "Self.\($0)" }
      case .ga4Client, .ga4Tag: printer.expression(element)?.text(indent: 6)
      default: nil
      }
    }
    return statements.count == elements.count ? statements : nil
  }

  /// The kinds of what lies in no folder, each with a word for its file.
  private static func groups(
    _ elements: [ContainerElement]
  ) -> [(word: String, elements: [ContainerElement])] {
    let order = [
      "Settings", "Clients", "Tags", "Destinations", "Triggers", "Variables", "Templates", "Others",
    ]
    var groups: [String: [ContainerElement]] = [:]
    for element in elements { groups[word(for: element), default: []].append(element) }
    return order.compactMap { word in groups[word].map { (word, $0) } }
  }

  private static func word(for element: ContainerElement) -> String {
    switch element.kind {
    case .builtIns, .externalVariable: "Settings"
    case .ga4Client, .rawClient, .templateClient: "Clients"
    case .ga4Tag, .rawTag, .templateTag: "Tags"
    case .trigger, .rawTrigger: "Triggers"
    case .variable, .rawVariable, .templateVariable: "Variables"
    case .rawTemplate: "Templates"
    case .destination: "Destinations"
    case .rawTransformation, .rawZone, .rawGoogleTagSettings, .rawMember, .folder, .example:
      "Others"
    }
  }

  private mutating func add(
    named title: String, _ elements: [ContainerElement], block: String, blockSize: Int,
    _ names: inout SwiftNames, _ wrapped: ((Int) -> String) -> String
  ) {
    var declarations = ""
    var statements: [(Int) -> String] = []
    for element in elements {
      if case .destination(let destination) = element.kind,
        let name = destinations[destination.name]
      {
        statements.append { _ in name }
        continue
      }
      guard let expression = printer.expression(element) else { continue }
      if let name = name(of: element) {
        let text = expression.text(indent: 2, used: name.utf8.count + 14)
        declarations += "  static let \(name) = \(text)\n"
        statements.append { _ in name }
      } else {
        statements.append { expression.text(indent: $0) }
      }
    }
    var blocks = ""
    func lines(_ statements: [(Int) -> String], _ indent: Int) -> String {
      let space = String(repeating: " ", count: indent)
      return statements.map { "\(space)\($0(indent))\n" }.joined()
    }
    while statements.count > blockSize {
      let parts = stride(from: 0, to: statements.count, by: blockSize).map {
        Array(statements[$0..<min($0 + blockSize, statements.count)])
      }
      statements = parts.map { part in
        let name = names.name(for: block, "part")
        blocks +=
          "\n  @ContainerBuilder private static var \(name): [ContainerElement] {\n\(lines(part, 4))  }\n"
        return { _ in name }
      }
    }
    let head = "import Tagwright\n\nextension \(type) {\n"
    let body = wrapped { lines(statements, $0) }
    let text =
      head + declarations + (declarations.isEmpty ? "" : "\n") + body + blocks + "}\n"
    files.append(AdoptedSources.File(path: "\(stem(of: title)).swift", text: text))
  }

  private func name(of element: ContainerElement) -> String? {
    switch element.kind {
    case .trigger(let trigger): printer.triggerNames[trigger.name]
    case .rawTrigger(let trigger): printer.triggerNames[trigger.name]
    case .rawTemplate(let template): templates[template.name]
    default: nil
    }
  }

  /// The name of a file; names that differ by case alone are the same to some file systems.
  private mutating func stem(of title: String) -> String {
    let words = title.unicodeScalars
      .split { !("a"..."z").contains($0) && !("A"..."Z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let base = filePrefix + (words.isEmpty ? "Folder" : String(words.prefix(60)))
    var stem = base
    var number = 2
    while !stems.insert(stem.lowercased()).inserted {
      stem = "\(base)\(number)"
      number += 1
    }
    return stem
  }
}

extension SourcePrinter {
  /// The file that declares the plan.
  mutating func plan(
    _ container: AdoptedContainer, of words: [String], _ blockSize: Int, _ names: inout SwiftNames
  ) -> String {
    let (words, blocks) = Self.parts(words, blockSize, &names)
    let call = SwiftExpression.call(
      container.side == .web ? "RawWebContainer" : "ServerContainer",
      [
        .init(nil, .string(container.name)), .init("publicID", .string(container.publicID)),
      ])
    return """
      import Tagwright

      /// A container that was taken over from Tag Manager.
      @main
      struct \(type): TrackingPlan {
        var plan: Plan {
          \(call.text(indent: 4, used: 2)) {
      \(words.map { "      \($0)" }.joined(separator: "\n"))
          }
      \(container.isAdopted ? "    .adopted()\n  }" : "  }")
      \(blocks)\(sharedProperties)}

      """
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
