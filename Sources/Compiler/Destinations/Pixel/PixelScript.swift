import Templates

/// The tag's own code for a pixel, and what that code puts on a page.
struct PixelScript: Sendable {
  /// Where the pixel is on the page, and where the tag loads it.
  let installed: TemplateSource
  let generated: TemplateSource
  /// The dotted paths of the functions that the pixel puts on a page.
  let functions: [String]
  /// The calls by which pages make events, as a guide shows them.
  let pageCalls: [String]
  /// The first is the one that the tag makes.
  let calls: [PixelForm.Call]
  /// The code that replaces the names in capitals in the modules.
  var places: [String: String] = [:]

  /// A pixel whose function takes a command, an event and its properties, the event's id among them, and queues calls
  /// until its library has come: the code that loads it is the same for all of these.
  ///
  /// - Parameters:
  ///   - queue: the member of the function that holds the queue.
  ///   - handler: the member that takes calls once the library has come; `nil` where the library puts a function of its
  ///     own in the place.
  ///   - queuesLists: whether the queue has lists, and not the arguments as they are.
  ///   - initialising: the lines that make `pixel` known with `person`.
  ///   - calling: the lines that call it with `event` and `properties`.
  static func queued(
    _ function: String, queue: String = "queue", handler: String? = nil, queuesLists: Bool = false,
    library: String, initialising: String, calling: String, event: Int = 1, properties: Int = 2
  ) -> PixelScript {
    let handling = handler.map { handler in
      let apply = "'\(function).\(handler).apply'"
      return "if (copyFromWindow(\(apply))) callInWindow(\(apply), null, arguments);\n    else "
    }
    return PixelScript(
      installed: TemplateSources.queuedInstalled, generated: TemplateSources.queuedGenerated,
      functions: [function], pageCalls: ["\(function)('track', …)"],
      calls: [
        .init(
          function: function, verb: "track", event: event, properties: properties,
          options: properties)
      ],
      places: [
        "CALLING": calling, "FUNCTION": function, "HANDLING": handling ?? "",
        "INITIALISING": initialising.replacing("\n", with: "\n  "), "LIBRARY": library,
        "QUEUE": queue, "RECORD": queuesLists ? "[first, second, third, fourth]" : "arguments",
      ])
  }
}
