extension Program {
  /// Returns the script's actions that need a permission, in the order of their places; one entry
  /// for each text that a call's argument can be.
  ///
  /// Where a script does not show a name or an address, it is `unknown`, and only the permission
  /// for all of them is enough. The tree has to come from the parser.
  ///
  /// - Parameter side: the kind of container that the script is for.
  package func permissionNeeds(_ side: TemplateSide = .server) -> [PermissionNeed] {
    var inference = PermissionInference(NameAnalysis(self), side)
    return inference.run()
  }
}

/// Finds every use of an API that needs a permission.
struct PermissionInference {
  private let names: NameAnalysis
  private let side: TemplateSide
  private var evaluation: TextEvaluation
  private var needs: [PermissionNeed] = []

  init(_ names: NameAnalysis, _ side: TemplateSide) {
    self.names = names
    self.side = side
    evaluation = TextEvaluation(names)
  }

  mutating func run() -> [PermissionNeed] {
    for requirement in names.requirements {
      guard let name = requirement.name, let api = side.api(named: name),
        let permission = api.permission
      else { continue }
      let before = needs.count
      var visited: Set<Int> = []
      follow(requirement.use, of: api, permission, &visited)
      if needs.count == before {
        needs.append(
          PermissionNeed(
            permission: permission, access: nil, api: name, position: requirement.use.position))
      }
    }
    var seen: Set<PermissionNeed> = []
    return needs.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element).filter { seen.insert($0).inserted }
  }

  /// Follows an API from the place that requires it to those that call it.
  private mutating func follow(
    _ use: NameUse, of api: ServerAPI, _ permission: Permission, _ visited: inout Set<Int>
  ) {
    switch use.context {
    case .tested, .written: break
    case .alias(let binding):
      guard visited.insert(binding).inserted else { return }
      for use in names.bindings[binding].uses { follow(use, of: api, permission, &visited) }
    // Tests replace an API that is an object by a function that returns it.
    case .called(let arguments) where api.methods != nil && arguments.isEmpty: break
    case .called(let arguments): add(api.name, arguments, permission, use)
    case .method(let method, let arguments) where api.methods?.contains(method) == true:
      add("\(api.name).\(method)", arguments, permission, use)
    case .argument(let callee) where isHarmless(callee): break
    case .member(let method) where api.methods?.contains(method) == true:
      add("\(api.name).\(method)", nil, permission, use)
    default: add(api.name, nil, permission, use)
    }
  }

  /// Whether a call only looks at its argument.
  private func isHarmless(_ callee: Expression) -> Bool {
    guard let binding = names.binding(of: callee), names.bindings[binding].values.count == 1,
      case .expression(let value) = names.bindings[binding].values[0],
      case .call(let require, let arguments) = value.kind,
      case .identifier("require") = require.kind,
      arguments.count == 1, case .string(let name) = arguments[0].kind
    else { return false }
    return ["getType", "logToConsole", "makeString"].contains(name)
  }

  /// - Parameter arguments: `nil` where the API is passed on, so that whoever calls it is not known.
  private mutating func add(
    _ api: String, _ arguments: [Expression]?, _ permission: Permission, _ use: NameUse
  ) {
    for access in accesses(api, arguments) {
      needs.append(
        PermissionNeed(permission: permission, access: access, api: api, position: use.position))
    }
  }

  /// The texts that an argument can be.
  mutating func texts(_ arguments: [Expression]?, _ index: Int) -> [KnownText] {
    guard let arguments, index < arguments.count else { return [.unknown] }
    return evaluation.texts(of: arguments[index])
  }

  /// The addresses that an argument can be: an empty text is none.
  mutating func addresses(_ arguments: [Expression]?, _ index: Int) -> [KnownText] {
    texts(arguments, index).filter { $0 != .exactly("") }
  }

  /// The literal that an expression is, or that a name holds which is only read.
  func unchangedLiteral(_ expression: Expression) -> Expression? {
    evaluation.unchangedLiteral(expression)
  }

  private mutating func accesses(_ api: String, _ arguments: [Expression]?)
    -> [PermissionNeed.Access]
  {
    switch api {
    case "logToConsole": return [.log]
    case "getAllEventData": return [.eventData(.unknown)]
    case "getEventData": return texts(arguments, 0).map { .eventData($0) }
    case "sendHttpRequest", "sendHttpGet": return addresses(arguments, 0).map { .http($0) }
    case "getGoogleScript", "sendEventToGoogleAnalytics": return [.googleHTTP]
    case "sendPixelFromBrowser": return addresses(arguments, 0).map { .pixel($0) }
    case "getCookieValues": return texts(arguments, 0).map { .readCookie($0) }
    case "setCookie": return cookies(arguments)
    case "getRequestHeader": return texts(arguments, 0).map { .request(.header($0)) }
    case "getRequestQueryParameter":
      return texts(arguments, 0).map { .request(.queryParameter($0)) }
    case "getRequestQueryParameters", "getRequestQueryString": return [.request(.query)]
    case "getRequestBody": return [.request(.body)]
    case "getRequestPath": return [.request(.path)]
    case "getRemoteAddress": return [.request(.remoteAddress)]
    case "extractEventsFromMpv1", "extractEventsFromMpv2": return [.request(.everything)]
    case "setResponseBody": return [.response(.body)]
    case "setResponseStatus": return [.response(.status)]
    case "setResponseHeader": return texts(arguments, 0).map { .response(.header($0)) }
    case "setPixelResponse": return [.response(.everything)]
    case "hmacSha256": return texts(arguments, 1).map { .privateKey($0) }
    case "addMessageListener", "hasMessageListener":
      return texts(arguments, 0).map { .message(type: $0, isListening: true) }
    case "sendMessage": return texts(arguments, 0).map { .message(type: $0, isListening: false) }
    case "getGoogleAuth": return scopes(arguments)
    case "BigQuery.insert", "BigQuery": return tables(arguments)
    case "Firestore.read": return documents(arguments, 1, isWriting: false)
    case "Firestore.query": return documents(arguments, 2, isWriting: false)
    case "Firestore.write": return documents(arguments, 2, isWriting: true)
    case "Firestore.runTransaction": return []
    case "Firestore":
      return [.firestore(project: .unknown, path: .unknown, isWriting: true)]
    default: return side == .web ? pageAccesses(api, arguments) : [.everything]
    }
  }

  // MARK: Options

  /// The options of a call: their values by lower-case name; `nil` where they are not known.
  private func options(_ arguments: [Expression]?, _ index: Int) -> [String: Expression]? {
    guard let arguments else { return nil }
    guard index < arguments.count else { return [:] }
    guard let literal = evaluation.unchangedLiteral(arguments[index]),
      case .object(let properties) = literal.kind
    else { return nil }
    return Dictionary(
      properties.map { ($0.key.text.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The texts of an option; one `nil` where it is left out.
  private mutating func texts(_ options: [String: Expression]?, _ name: String) -> [KnownText?] {
    guard let options else { return [.unknown] }
    guard let option = options[name] else { return [nil] }
    let texts = evaluation.texts(of: option)
    // Each option multiplies the entries: what is not known anyway is not worth a list.
    return texts.count > 4 || texts.contains(.unknown) ? [.unknown] : texts
  }

  private mutating func cookies(_ arguments: [Expression]?) -> [PermissionNeed.Access] {
    let options = options(arguments, 2)
    var isSecure: Bool?
    if let options {
      switch options["secure"]?.kind {
      case nil: isSecure = false
      case .boolean(let value): isSecure = value
      default: break
      }
    }
    var isForSession: Bool?
    if let options, !options.keys.contains(where: { ["max-age", "expires"].contains($0) }) {
      isForSession = true
    } else if case .number = options?["max-age"]?.kind {
      isForSession = false
    }
    let (domains, paths) = (texts(options, "domain"), texts(options, "path"))
    return texts(arguments, 0).flatMap { name in
      domains.flatMap { domain in
        paths.map { path in
          .setCookie(
            .init(
              name: name, domain: domain, path: path, isSecure: isSecure, isForSession: isForSession
            ))
        }
      }
    }
  }

  private mutating func scopes(_ arguments: [Expression]?) -> [PermissionNeed.Access] {
    guard let scopes = options(arguments, 0)?["scopes"],
      let elements = evaluation.elements(of: scopes)
    else { return [.googleCredentials(scope: .unknown)] }
    return elements.flatMap { evaluation.texts(of: $0) }.map { .googleCredentials(scope: $0) }
  }

  private mutating func tables(_ arguments: [Expression]?) -> [PermissionNeed.Access] {
    let connection = arguments?.isEmpty == false ? options(arguments, 0) : nil
    let projects = texts(connection, "projectid")
    let datasets = texts(connection, "datasetid")
    let tables = texts(connection, "tableid")
    return projects.flatMap { project in
      datasets.flatMap { dataset in
        tables.map { table in
          .bigQuery(project: project, dataset: dataset ?? .unknown, table: table ?? .unknown)
        }
      }
    }
  }

  private mutating func documents(
    _ arguments: [Expression]?, _ optionIndex: Int, isWriting: Bool
  ) -> [PermissionNeed.Access] {
    let projects = texts(options(arguments, optionIndex), "projectid")
    return texts(arguments, 0).flatMap { path in
      projects.map { .firestore(project: $0, path: path, isWriting: isWriting) }
    }
  }
}
