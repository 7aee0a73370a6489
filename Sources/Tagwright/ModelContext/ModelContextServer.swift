package import JSONText

/// Answers messages of the Model Context Protocol: JSON-RPC 2.0, a message a line.
///
/// Nothing is remembered between messages, so that requests are answered in whatever order they come.
package struct ModelContextServer {
  /// The result of a tool's call.
  package struct Result {
    let status: ExitStatus
    var texts: [String]

    /// A result.
    ///
    /// - Parameter texts: what the command printed as its result, and what it printed besides.
    package init(status: ExitStatus, texts: [String]) {
      self.status = status
      self.texts = texts
    }
  }

  /// Bytes that a message may have.
  package static let greatestSize = 1 << 22
  /// Messages that may come together.
  static let greatestBatch = 100
  /// Arrays and objects that may be open at once.
  static let greatestDepth = 64
  /// The versions of the protocol that are spoken, the newest first.
  static let versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  private let name: String
  private let call: (Command, [String]) -> Result

  /// A server whose tools are carried out by a function.
  ///
  /// - Parameters:
  ///   - name: the executable, as clients show it.
  ///   - call: runs a command with what would be typed behind it.
  package init(name: String, call: @escaping (Command, [String]) -> Result) {
    self.name = name
    self.call = call
  }

  /// The answer to a line: one, or a list for a list of requests; `nil` where there is nothing to answer.
  package func answer(to line: [UInt8]) -> JSON? {
    do throws(RemoteError) {
      guard let json = try read(line) else { return nil }
      guard let batch = json.array else { return answer(to: json) }
      guard (1...Self.greatestBatch).contains(batch.count) else {
        throw RemoteError(
          .invalidRequest, "a batch has 1 to \(Self.greatestBatch) messages, not \(batch.count)")
      }
      let answers = batch.compactMap { answer(to: $0) }
      return answers.isEmpty ? nil : .array(answers)
    } catch {
      return error.answer(to: .null)
    }
  }

  /// The value on a line; `nil` for a blank one.
  private func read(_ line: [UInt8]) throws(RemoteError) -> JSON? {
    guard line.count <= Self.greatestSize else {
      throw RemoteError(
        .invalidRequest, "the message has more than \(Self.greatestSize >> 20) MiB")
    }
    guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
    do throws(JSONReadError) {
      return try JSON.read(line, JSONReadOptions(depthLimit: Self.greatestDepth))
    } catch {
      throw RemoteError(.unreadable, "the message is not valid JSON: \(error)")
    }
  }

  private func answer(to json: JSON) -> JSON? {
    do throws(RemoteError) {
      guard case .request(let id, let method, let parameters) = try RemoteMessage(json) else {
        return nil
      }
      return ["jsonrpc": "2.0", "id": id, "result": try result(of: method, parameters)]
    } catch {
      return error.answer(to: RemoteMessage.id(of: json))
    }
  }

  private func result(of method: String, _ parameters: JSONObject) throws(RemoteError) -> JSON {
    switch method {
    case "initialize": try introduction(parameters)
    case "ping": .object(JSONObject())
    case "tools/list": try list(parameters)
    case "tools/call": try run(parameters)
    default: throw RemoteError(.unknownMethod, "there is no method '\(method.prefix(100))'")
    }
  }

  /// Agrees on a version: the client's where it is spoken here, else the newest, which the client may refuse.
  private func introduction(_ parameters: JSONObject) throws(RemoteError) -> JSON {
    guard let wanted = parameters["protocolVersion"]?.string else {
      throw RemoteError(.invalidParameters, "'protocolVersion' has to be a text")
    }
    let version = Self.versions.contains(wanted) ? wanted : Self.versions[0]
    return [
      "protocolVersion": .string(version), "capabilities": ["tools": ["listChanged": false]],
      "serverInfo": ["name": .string(name), "version": .string(Tool.version)],
      "instructions": .string(
        "Commands of Tagwright, which compiles a tracking plan in Swift into containers of Google Tag Manager. "
          + "Nothing is written or sent. Paths are relative to the folder in which the server was started."
      ),
    ]
  }

  private func list(_ parameters: JSONObject) throws(RemoteError) -> JSON {
    guard parameters["cursor"] == nil else {
      throw RemoteError(.invalidParameters, "there is no such 'cursor': all tools are on one page")
    }
    return ["tools": .array(ModelContextTool.all.map(\.json))]
  }

  private func run(_ parameters: JSONObject) throws(RemoteError) -> JSON {
    guard let name = parameters["name"]?.string else {
      throw RemoteError(.invalidParameters, "'name' has to be a text")
    }
    guard let tool = ModelContextTool.all.first(where: { $0.command.name == name }) else {
      let names = ModelContextTool.all.map(\.command.name).joined(separator: ", ")
      throw RemoteError(
        .invalidParameters, "there is no tool '\(name.prefix(100))', but \(names)")
    }
    guard let arguments = (parameters["arguments"] ?? .object(JSONObject())).object else {
      throw RemoteError(.invalidParameters, "'arguments' has to be an object")
    }
    let result = call(tool.command, try tool.typed(arguments))
    return [
      "content": .array(result.texts.map { ["type": "text", "text": .string($0)] }),
      "isError": .bool(result.status == .failure),
      "_meta": ["tagwright/exitStatus": .number(JSONNumber(Int(result.status.rawValue)))],
    ]
  }
}
