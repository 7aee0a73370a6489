import JSONText

/// A message of JSON-RPC 2.0, as a server gets it.
enum RemoteMessage {
  /// Something that is answered.
  case request(id: JSON, method: String, parameters: JSONObject)
  /// A notification, or an answer to a request that this server never makes.
  case unanswered

  /// The id under which errors of a message are answered; `null` without one that can be used.
  static func id(of json: JSON) -> JSON {
    switch json["id"] {
    case .string(let text): .string(text)
    case .number(let number): .number(number)
    default: .null
    }
  }

  /// Reads one message.
  ///
  /// - Throws: where it is not one of JSON-RPC 2.0.
  init(_ json: JSON) throws(RemoteError) {
    guard json.object != nil else {
      throw RemoteError(.invalidRequest, "a message is an object")
    }
    guard json["jsonrpc"]?.string == "2.0" else {
      throw RemoteError(.invalidRequest, "'jsonrpc' has to be '2.0'")
    }
    if json["method"] == nil, json["result"] != nil || json["error"] != nil {
      self = .unanswered
      return
    }
    guard let method = json["method"]?.string else {
      throw RemoteError(.invalidRequest, "'method' has to be a text")
    }
    guard json["id"] != nil else {
      self = .unanswered
      return
    }
    let id = Self.id(of: json)
    guard id != .null else {
      throw RemoteError(.invalidRequest, "'id' has to be a text or a number")
    }
    guard let parameters = (json["params"] ?? .object(JSONObject())).object else {
      throw RemoteError(.invalidParameters, "'params' has to be an object")
    }
    self = .request(id: id, method: method, parameters: parameters)
  }
}
