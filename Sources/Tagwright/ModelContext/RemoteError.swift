import JSONText

/// The reason a message of JSON-RPC is not carried out (JSON-RPC 2.0, 5.1).
struct RemoteError: Error, Hashable {
  /// The kinds that the protocol numbers.
  enum Code: Int {
    case unreadable = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
  }

  let code: Code
  /// Lower case, without a full stop.
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The answer to the message with this id; `null` where that could not be read.
  func answer(to id: JSON) -> JSON {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .number(JSONNumber(code.rawValue)), "message": .string(message)],
    ]
  }
}
