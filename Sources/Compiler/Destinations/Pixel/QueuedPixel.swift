/// A pixel whose function takes a command, an event and its properties, and queues calls until its library has come: the
/// code that loads it is the same for all of these.
struct QueuedPixel: Sendable {
  let function: String
  /// The member of the function that holds the queue, and the one that takes calls once the library has come; `nil`
  /// where the library puts a function of its own in the place.
  var queue = "queue"
  var handler: String?
  /// Whether the queue has lists, and not the arguments as they are.
  var queuesLists = false
  let library: String
  /// The lines that make `pixel` known with `person`, and those that call it with `event` and `properties`.
  let initialising: String
  let calling: String

  /// The code that replaces the names in capitals in the pixel's code.
  var places: [String: String] {
    let handling = handler.map { handler in
      let apply = "'\(function).\(handler).apply'"
      return "if (copyFromWindow(\(apply))) callInWindow(\(apply), null, arguments);\n    else "
    }
    return [
      "CALLING": calling, "FUNCTION": function, "HANDLING": handling ?? "",
      "INITIALISING": initialising.replacing("\n", with: "\n  "), "LIBRARY": library,
      "QUEUE": queue, "RECORD": queuesLists ? "[first, second, third, fourth]" : "arguments",
    ]
  }
}
