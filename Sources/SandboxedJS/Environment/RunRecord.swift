/// The effects of a run on the world outside, in the order in which they occurred.
package struct RunRecord: Hashable, Sendable {
  /// A cookie that was set.
  package struct Cookie: Hashable, Sendable {
    package var name: String
    /// As it goes on the wire.
    package var value: String
    /// The attributes that were given, with their names in lower case.
    package var attributes: [NamedText]
  }

  /// The answer to the incoming request.
  package struct Response: Hashable, Sendable {
    package var status = 200
    /// Names in lower case.
    package var headers: [NamedText] = []
    package var body = ""
    /// Whether `returnResponse` was called, so that it is sent.
    package var isSent = false
  }

  /// A call of an API.
  package struct Call: Hashable, Sendable {
    package let api: String
    package let arguments: [ScriptValue]
  }

  /// Rows that went to a table of BigQuery.
  package struct Insert: Hashable, Sendable {
    package let table: ScriptValue
    package let rows: ScriptValue
  }

  /// A document that went to Firestore.
  package struct Write: Hashable, Sendable {
    package let path: String
    package let document: ScriptValue
  }

  /// The lines that were logged, one for each call.
  package internal(set) var console: [String] = []
  package internal(set) var requests: [OutgoingRequest] = []
  package internal(set) var cookies: [Cookie] = []
  package internal(set) var response = Response()
  package internal(set) var isClaimed = false
  /// The events that a client handed to the container.
  package internal(set) var events: [ScriptValue] = []
  /// The addresses that the browser is asked to load.
  package internal(set) var pixels: [String] = []
  package internal(set) var inserts: [Insert] = []
  package internal(set) var writes: [Write] = []
  /// The template's storage as the run left it.
  package internal(set) var storage: [String: ScriptValue] = [:]
  /// The effects of a web template on its page.
  package internal(set) var page = PageRecord()
  /// Whether a function waited for all tags of the event to end.
  package internal(set) var awaitsEnd = false
  /// All calls of APIs, if the environment asked for them.
  package internal(set) var calls: [Call] = []
}
