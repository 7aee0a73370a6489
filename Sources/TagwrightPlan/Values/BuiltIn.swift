/// A built-in variable.
public struct BuiltIn: Hashable, Sendable {
  /// The word of the container export, such as `EVENT_NAME`.
  package let word: String
  /// The name between double braces, such as `Event Name`.
  package let name: String

  /// The name of the event.
  public static let eventName = BuiltIn(word: "EVENT_NAME", name: "Event Name")
  /// The client that claimed the request.
  public static let clientName = BuiltIn(word: "CLIENT_NAME", name: "Client Name")
  /// Whether the container runs in preview.
  public static let debugMode = BuiltIn(word: "DEBUG_MODE", name: "Debug Mode")
  /// The container's public id.
  public static let containerID = BuiltIn(word: "CONTAINER_ID", name: "Container ID")
  /// The version of the container.
  public static let containerVersion = BuiltIn(
    word: "CONTAINER_VERSION", name: "Container Version")
  /// A random number.
  public static let randomNumber = BuiltIn(word: "RANDOM_NUMBER", name: "Random Number")
  /// The path of the incoming request.
  public static let requestPath = BuiltIn(word: "REQUEST_PATH", name: "Request Path")
  /// The method of the incoming request.
  public static let requestMethod = BuiltIn(word: "REQUEST_METHOD", name: "Request Method")
  /// The query of the incoming request.
  public static let queryString = BuiltIn(word: "QUERY_STRING", name: "Query String")
  /// The visitor's place, as the platform reports it.
  public static let visitorRegion = BuiltIn(word: "VISITOR_REGION", name: "Visitor Region")

  /// One by its word in container exports, such as `PAGE_URL`, and its name between double braces.
  public static func other(_ word: String, _ name: String) -> BuiltIn {
    BuiltIn(word: word, name: name)
  }

  /// Every one of a server container that has a word of its own.
  package static let all: [BuiltIn] = [
    .eventName, .clientName, .debugMode, .containerID, .containerVersion, .randomNumber,
    .requestPath, .requestMethod, .queryString, .visitorRegion,
  ]
}
