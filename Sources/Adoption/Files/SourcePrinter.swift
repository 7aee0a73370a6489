import Compiler
import TagManager
import TagwrightPlan

/// Prints parts of a container as files.
struct SourcePrinter {
  let type: String
  let printer: PlanPrinter
  /// The Swift names of templates, by their own.
  let templates: [String: String]
  /// The Swift names of destinations, by their own.
  private var destinations: [String: String] = [:]
  /// The properties that several destinations refer to.
  private(set) var sharedProperties = ""
  private(set) var files: [AdoptedSources.File] = []
  private let filePrefix: String
  /// The word with which the names of blocks, triggers and templates begin; empty for none.
  private let namePrefix: String
  let isAdopted: Bool
  private(set) var stems: Set<String>

  /// - Parameters:
  ///   - filePrefix: the beginning of the names of its files.
  ///   - namePrefix: the beginning of the names in them.
  ///   - stems: names in lower case that no file gets.
  init(
    _ container: AdoptedContainer, type: String, filePrefix: String = "", namePrefix: String = "",
    except stems: Set<String> = ["plan", "adopted"], _ names: inout SwiftNames
  ) {
    self.type = type
    self.filePrefix = filePrefix
    self.namePrefix = namePrefix.isEmpty ? "" : "\(namePrefix) "
    self.stems = stems
    isAdopted = container.isAdopted
    let prefix = self.namePrefix
    var triggers: [String: String] = [:]
    var templates: [String: String] = [:]
    for element in container.parts.flatMap(\.elements) {
      switch element.kind {
      case .trigger(let trigger):
        triggers[trigger.name] = names.name(for: prefix + trigger.name, "trigger")
      case .rawTrigger(let trigger):
        triggers[trigger.name] = names.name(for: prefix + trigger.name, "trigger")
      case .rawTemplate(let template):
        templates[template.name] = names.name(for: prefix + template.name, "template")
      default: break
      }
    }
    self.templates = templates
    printer = PlanPrinter(triggerNames: triggers, templateNames: templates)
  }

  /// Prints everything that a container has, and returns the container of it.
  ///
  /// - Parameter call: the container without its block.
  mutating func print(
    _ container: AdoptedContainer, as call: SwiftExpression, _ blockSize: Int,
    _ names: inout SwiftNames
  ) -> PlanFile.Statement {
    addDestinations(of: container, blockSize: blockSize, &names)
    var words: [String] = []
    for part in container.parts where part.folder != nil || !part.elements.isEmpty {
      words += add(part, blockSize: blockSize, &names)
    }
    return statement(call, of: words, blockSize, &names)
  }

  /// Prints each destination as a file of its own.
  private mutating func addDestinations(
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
        let block = names.name(for: namePrefix + group.word, "elements")
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
    let block = names.name(for: namePrefix + title, "folder")
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
