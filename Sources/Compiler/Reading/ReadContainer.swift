import CustomTemplate
import Diagnostics
import Simulator
import TagManager
import TagwrightPlan

/// A container, as those read it who look for what a plan said: names in place of ids, sources in place of variables.
struct ReadContainer {
  let version: ContainerVersion
  /// The plan whose mark most notes have.
  let planName: String?
  private let variables: [String: TagManager.Variable]
  private let builtIns: [String: BuiltInVariable]
  private let templates: [String: TemplateEntity]
  /// The templates of variables with members of events, by the types that they make: read once for all tags.
  private let memberTemplates: [String: CustomTemplate]
  private let triggers: [String: TagManager.Trigger]
  private let folders: [String: TagManager.Folder]
  /// The names of tables that another container has, by what they say.
  private let tableNames: [TableContent: String]

  /// - Parameter others: variables that may have the names of tables which stand without one in this container's code.
  init(_ version: ContainerVersion, tables others: [TagManager.Variable] = []) {
    self.version = version
    tableNames = others.filter { $0.type == "smm" || $0.type == "remm" }.reduce(into: [:]) {
      let content = TableContent(rows: $1.tableRows, fallback: $1.tableFallback)
      if $0[content] == nil { $0[content] = $1.name }
    }
    variables = version.variables.reduce(into: [:]) { $0[$1.name] = $1 }
    builtIns = version.builtInVariables.reduce(into: [:]) {
      $0[$1.name ?? $1.type.displayName] = $1
    }
    triggers = version.triggers.reduce(into: [:]) { $0[$1.id] = $1 }
    folders = version.folders.reduce(into: [:]) { $0[$1.id] = $1 }
    templates = version.customTemplates.reduce(into: [:]) { types, template in
      for type in template.entityTypes { types[type.text] = template }
      if let container = version.containerID {
        let type = CustomTemplateType.template(containerID: container, templateID: template.id)
        types[type.text] = template
      }
    }
    let types = Set(version.variables.map(\.type))
    memberTemplates = templates.filter { types.contains($0.key) }.compactMapValues { entity in
      guard entity.templateData.containsText(VariableTemplate.unusable) else { return nil }
      return try? CustomTemplate.read(Array(entity.templateData.utf8), file: "")
    }
    planName = Self.planName(in: version)
  }

  func template(_ type: String) -> TemplateEntity? { templates[type] }
  func memberTemplate(_ type: String) -> CustomTemplate? { memberTemplates[type] }
  func trigger(_ id: String) -> TagManager.Trigger? { triggers[id] }
  func folder(_ id: String?) -> TagManager.Folder? { id.flatMap { folders[$0] } }

  /// The variable that a text is a reference to, and nothing else.
  func variable(_ reference: String) -> TagManager.Variable? {
    Self.name(in: reference).flatMap { variables[$0] }
  }

  /// The value of the constant that a text refers to.
  func constant(_ reference: String) -> String? {
    guard let variable = variable(reference), variable.type == "c" else { return nil }
    return variable.parameters["value"]?.value
  }

  /// The secret that the constant behind a reference holds: named by its placeholder, or by the notes of one that was
  /// filled in.
  func secret(_ reference: String) -> Secret? {
    guard let value = constant(reference) else { return nil }
    if let name = Secret.name(inPlaceholder: value) { return Self.secret(name[...]) }
    let beginning = "Put the value of "
    guard let notes = variable(reference)?.notes, notes.hasPrefix(beginning) else { return nil }
    return Self.secret(notes.dropFirst(beginning.count).prefix { $0 != " " })
  }

  private static func secret(_ name: Substring) -> Secret {
    Secret(name: String(name), place: ReadEvent.noPlace)
  }

  /// The notes of the folder that a destination makes.
  func folderNotes(of destination: String) -> String {
    let container = ServerContainer("", publicID: "", elements: [], at: ReadEvent.noPlace)
    return DraftBuilder(container, planName: planName ?? "")
      .notes(on: ResolvedDestination.folderPurpose(of: destination))
  }

  /// The name that a text refers to, where it is nothing else.
  static func name(in reference: String) -> String? {
    guard let name = VariableReferences.names(in: reference).first, reference == "{{\(name)}}"
    else { return nil }
    return name
  }

  private static func planName(in version: ContainerVersion) -> String? {
    let start = String(Compilation.mark(ofPlan: "").dropLast())
    var counts: [String: Int] = [:]
    let notes =
      version.tags.map(\.notes) + version.variables.map(\.notes) + version.folders.map(\.notes)
    for case let notes? in notes {
      guard let range = notes.range(of: start) else { continue }
      counts[String(notes[range.upperBound...].prefix { $0 != "'" }), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension StringProtocol {
  /// The place where a text stands in this one for the first time.
  func range(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return start..<rest.index(start, offsetBy: wanted.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}

// Sources.
extension ReadContainer {
  /// The sources that may have led to a reference or a text, the likeliest first.
  func sources(of text: String) -> [Source] {
    guard let name = Self.name(in: text) else { return [Self.source(.constant(text))] }
    let named = Self.source(.variable(name: name))
    if let variable = variables[name] {
      return [source(of: variable), named].compactMap(\.self)
    }
    if let builtIn = BuiltIn.all.first(where: { $0.name == name }) {
      return [Self.source(.builtIn(builtIn))]
    }
    guard let builtIn = builtIns[name] else { return [named] }
    return [named, Self.source(.builtIn(.other(builtIn.type.rawValue, name)))]
  }

  static func source(_ kind: Source.Kind) -> Source { Source(kind, at: nil) }

  /// The source that makes a variable like this one.
  private func source(of variable: TagManager.Variable) -> Source? {
    guard (variable.format ?? VariableFormat()) == VariableFormat() else { return nil }
    func text(_ key: String) -> String { variable.parameters[key]?.value ?? "" }
    func isTrue(_ key: String) -> Bool { text(key) == "true" }
    func named(_ prefix: String, _ name: String, _ kind: Source.Kind) -> Source? {
      variable.name == "\(prefix).\(name)" ? Self.source(kind) : nil
    }
    let fallback = variable.tableFallback
    let rows = variable.tableRows
    let input = sources(of: text("input"))[0]
    switch variable.type {
    case "ed" where fallback == nil:
      return named("ed", text("keyPath"), .eventData(path: text("keyPath")))
    case "sgtmk" where isTrue("decodeCookie"):
      return named("cookie", text("name"), .cookie(name: text("name")))
    case "rh": return named("header", text("headerName"), .requestHeader(name: text("headerName")))
    case "qp":
      let name = text("queryParamName")
      return named("query", name, .queryParameter(name: name))
    case "smm":
      return Self.source(
        .lookupTable(
          LookupTable(name: variable.name, input: input, rows: rows, fallback: fallback)))
    case "remm" where !isTrue("replaceAfterMatch"):
      return Self.source(
        .regexTable(
          RegexTable(
            name: variable.name, input: input, rows: rows, fallback: fallback,
            ignoresCase: isTrue("ignoreCase"), matchesWhole: isTrue("fullMatch"))))
    default:
      guard template(variable.type)?.name == URLParameterTemplate.name else { return nil }
      let name = text(URLParameterTemplate.field)
      return named("url", name, .urlParameter(name: name))
    }
  }
}

// Tables.
extension ReadContainer {
  /// The name that a table has elsewhere.
  func tableName(_ rows: [TableRow], _ fallback: String?) -> String? {
    tableNames[TableContent(rows: rows, fallback: fallback)]
  }
}

/// What a table says, whatever its name.
private struct TableContent: Hashable {
  let rows: [TableRow]
  let fallback: String?
}

extension TagManager.Variable {
  fileprivate var tableRows: [TableRow] {
    (parameters["map"]?.list ?? []).map {
      TableRow(input: $0.map["key"]?.value ?? "", output: $0.map["value"]?.value ?? "")
    }
  }

  /// The value where nothing fits.
  fileprivate var tableFallback: String? {
    parameters["setDefaultValue"]?.value == "true" ? parameters["defaultValue"]?.value ?? "" : nil
  }
}
