import Simulator
import TagwrightPlan

/// Which value of the page is the one that the server reads from a source, once the page's hit has arrived there.
indirect enum BrowserReading: Hashable {
  /// The same for every hit of this event; `nil` where it has no value.
  case fixed(String?)
  /// A path of the event data, as the hit carries it.
  case eventData(path: String, BrowserOrigin)
  case cookie(name: String)
  /// A parameter of the page's address or of a referrer's on the same host.
  case urlParameter(name: String)
  case lookupTable(LookupTable, input: BrowserReading)
  case regexTable(RegexTable, input: BrowserReading)
}

/// A source that the browser has no equal of.
struct ServerOnlySource: Error {
  /// The reason, such as `only the server knows the request header 'x-shop'`.
  let reason: String
  let mend: String

  init(
    _ reason: String,
    mend: String = "compare event data, a cookie or the page instead, or say 'Pixel(.none)'"
  ) {
    self.reason = reason
    self.mend = mend
  }
}

extension ResolvedWebContainer {
  /// Returns the reading that stands for a server's source in the browser.
  ///
  /// - Throws: ``ServerOnlySource`` for what only the server knows, or knows in another form.
  func reading(
    of source: Source, in event: BrowserEvent
  ) throws(ServerOnlySource) -> BrowserReading {
    switch source.kind {
    case .constant(let text): return .fixed(text)
    case .cookie(let name): return .cookie(name: name)
    case .urlParameter(let name): return .urlParameter(name: name)
    case .eventData("event_name"), .builtIn(.eventName), .variable("_event"):
      return .fixed(event.name)
    case .builtIn(.clientName): return .fixed(claimingClient)
    case .builtIn(.containerID): return .fixed(declaration.server.publicID)
    case .builtIn(let builtIn):
      throw ServerOnlySource("'\(builtIn.name)' is another one on the server than in the browser")
    case .requestHeader(let name):
      throw ServerOnlySource("only the server knows the request header '\(name)'")
    case .queryParameter(let name):
      throw ServerOnlySource("only the server knows the query parameter '\(name)' of the request")
    case .variable(let name):
      if let builtIn = BuiltIn.all.first(where: { $0.name == name }) {
        return try reading(of: Source(.builtIn(builtIn), at: source.place), in: event)
      }
      throw ServerOnlySource(
        "only the server container has the variable '\(name)'",
        mend: "compare what the variable is made from, or say 'Pixel(.none)'")
    case .eventData(let path): return try reading(ofPath: path, in: event)
    case .lookupTable(let table):
      try Self.refuseReferences(in: table.rows, table.fallback)
      let input = try reading(of: table.input, in: event)
      guard case .fixed(let text) = input else { return .lookupTable(table, input: input) }
      return .fixed(table.output(of: text ?? "undefined"))
    case .regexTable(let table):
      try Self.refuseReferences(in: table.rows, table.fallback)
      for row in table.rows { try Self.refuse(pattern: row.input) }
      let input = try reading(of: table.input, in: event)
      guard case .fixed(let text) = input else { return .regexTable(table, input: input) }
      return .fixed(table.output(of: text ?? "undefined"))
    case .firstOf: throw ServerOnlySource("no single variable can stand for several sources")
    }
  }

  private func reading(
    ofPath path: String, in event: BrowserEvent
  ) throws(ServerOnlySource) -> BrowserReading {
    let keys = path.split(separator: ".")
    if keys.count > 1, let foreign = ForeignPath(path) {
      throw ServerOnlySource(foreign.message, mend: foreign.mend)
    }
    switch keys.first {
    case "items" where keys.count == 3 && Int(keys[1]) != nil: break
    case "items" where keys.count == 1, "user_data" where keys.count == 1:
      throw ServerOnlySource(
        "'\(path)' is a list or an object, of which each side makes another text",
        mend: "compare a part of it, such as 'items.0.item_id' or 'user_data.email_address'")
    case "user_data": break
    case let root? where keys.count > 1 && !CommonEventData.isFilledByGoogle(path):
      let flat = path.replacing(".", with: "_")
      throw ServerOnlySource(
        "'\(path)' does not reach the server: of objects, a GA4 tag sends 'user_data' and 'items'",
        mend: "let the page push '\(flat)' beside '\(root)', and write '.eventData(\"\(flat)\")'")
    default: break
    }
    if let common = CommonEventData.named(path), let value = common.pageValue {
      return .eventData(path: path, .page(value))
    }
    if CommonEventData.isFilledByGoogle(path) {
      throw ServerOnlySource("Google makes '\(path)', and the browser does not know it")
    }
    return .eventData(path: path, event.origin(of: path))
  }

  /// The name of the client that takes the hits of this container: of the GA4 clients, the one that is asked first.
  private var claimingClient: String? {
    var clients: [(name: String, priority: Int)] = []
    for element in server?.elements ?? [] {
      switch element.kind {
      case .ga4Client(let client): clients.append((client.name, client.priority))
      case .rawClient(let client) where client.type.word == "gaaw_client":
        clients.append((client.name, client.priority))
      default: break
      }
    }
    return clients.max { $0.priority < $1.priority }?.name
  }

  /// A reference names a variable of the server container.
  static func refuseReferences(in text: String) throws(ServerOnlySource) {
    guard text.contains("{{") else { return }
    throw ServerOnlySource(
      "'\(text)' refers to a variable of the server container",
      mend: "compare with a text, or say 'Pixel(.none)'")
  }

  private static func refuseReferences(
    in rows: [TableRow], _ fallback: String?
  ) throws(ServerOnlySource) {
    for row in rows {
      try refuseReferences(in: row.input)
      try refuseReferences(in: row.output)
    }
    if let fallback { try refuseReferences(in: fallback) }
  }

  /// Server containers read patterns in RE2's syntax, browsers in JavaScript's.
  static func refuse(pattern: String) throws(ServerOnlySource) {
    guard let part = PortablePattern.firstDifference(in: pattern) else { return }
    throw ServerOnlySource(
      "'\(part)' in the pattern '\(pattern)' means something else in a browser",
      mend: "write the characters themselves, such as '[ \\t]' or '[A-Za-z]'")
  }
}
