extension ServerAPI {
  static let firestore = ServerAPI(
    "Firestore", "Reads and writes documents of Firestore.", permission: .accessFirestore,
    methods: [
      (
        "read",
        { (machine, arguments) throws(RunFailure) in
          let path = try machine.firestorePath(arguments, options: 1, "read")
          let promise = machine.makePromise()
          if let document = machine.documents[path] {
            try machine.resolve(promise, machine.documentValue(path, document))
          } else {
            machine.reject(promise, machine.object([("reason", machine.string("not_found"))]))
          }
          return Value(promise)
        }
      ),
      (
        "write",
        { (machine, arguments) throws(RunFailure) in
          let path = try machine.firestorePath(arguments, options: 2, "write")
          let merges = machine.option(arguments[2], "merge").isTruthy
          machine.host.record.writes.append(
            RunRecord.Write(
              path: path,
              document: machine.copyOut(arguments[1]).merged(
                over: merges ? machine.documents[path] : nil)))
          return Value(
            try machine.makePromise(resolvedWith: machine.string(lastPart(of: path))))
        }
      ),
      (
        "query",
        { (machine, arguments) throws(RunFailure) in
          let path = try machine.firestorePath(arguments, options: 2, "read")
          let limit = machine.option(arguments[2], "limit")
          let found = machine.documents(
            in: path, matching: machine.copyOut(arguments[1]),
            limit: limit.isUndefined ? 5 : Int(try machine.integer(limit)))
          let values = machine.makeArray()
          for (path, document) in found {
            values.append(try machine.documentValue(path, document), machine.heap)
          }
          return Value(try machine.makePromise(resolvedWith: Value(values)))
        }
      ),
      (
        "runTransaction",
        { (machine, arguments) throws(RunFailure) in
          let promise = machine.makePromise()
          try machine.attempt(promise) { () throws(RunFailure) in
            try machine.resolve(
              promise, machine.call(arguments[0], [machine.string("transaction-1")]))
          }
          return Value(promise)
        }
      ),
    ])
}

private func lastPart(of path: String) -> String {
  String(path.split(separator: "/").last ?? "")
}

extension Machine {
  /// The documents as they are after the run's writes.
  fileprivate var documents: [String: ScriptValue] {
    var documents = host.environment.surroundings.documents
    for write in host.record.writes { documents[write.path] = write.document }
    return documents
  }

  fileprivate func firestorePath(
    _ arguments: Arguments, options: Int, _ operation: String
  ) throws(RunFailure) -> String {
    let path = try text(arguments[0])
    let project = try textIfGiven(option(arguments[options], "projectId")) ?? ""
    try host.demand(.accessFirestore(project: project, path: path, operation: operation))
    return path
  }

  fileprivate func documentValue(
    _ path: String, _ document: ScriptValue
  ) throws(RunFailure) -> Value {
    object([("id", string(lastPart(of: path))), ("data", try value(document))])
  }

  fileprivate func documents(
    in collection: String, matching conditions: ScriptValue, limit: Int
  ) -> [(String, ScriptValue)] {
    let conditions = if case .array(let list) = conditions { list } else { [ScriptValue]() }
    let prefix = collection + "/"
    let found = documents.filter { path, document in
      path.hasPrefix(prefix) && !path.dropFirst(prefix.count).contains("/")
        && conditions.allSatisfy { document.satisfies($0) }
    }
    return found.sorted { $0.key < $1.key }.prefix(max(0, limit)).map { ($0.key, $0.value) }
  }
}

extension ScriptValue {
  /// The properties of this object over those of another.
  fileprivate func merged(over other: ScriptValue?) -> ScriptValue {
    guard case .object(let new) = self, case .object(let old)? = other else { return self }
    return .object(old.filter { member in !new.contains { $0.key == member.key } } + new)
  }

  /// Whether a document meets a condition `[key, operator, value]`.
  fileprivate func satisfies(_ condition: ScriptValue) -> Bool {
    guard case .array(let parts) = condition, parts.count == 3, let key = parts[0].text,
      let mark = parts[1].text, let value = value(at: key)
    else { return false }
    switch (mark, value, parts[2]) {
    case ("==", _, let other): return value == other
    case ("!=", _, let other): return value != other
    case ("<", .number(let left), .number(let right)): return left < right
    case ("<=", .number(let left), .number(let right)): return left <= right
    case (">", .number(let left), .number(let right)): return left > right
    case (">=", .number(let left), .number(let right)): return left >= right
    case ("<", .string(let left), .string(let right)): return left < right
    case ("<=", .string(let left), .string(let right)): return left <= right
    case (">", .string(let left), .string(let right)): return left > right
    case (">=", .string(let left), .string(let right)): return left >= right
    case ("in", _, .array(let others)): return others.contains(value)
    case ("array-contains", .array(let elements), let other): return elements.contains(other)
    default: return false
    }
  }
}
