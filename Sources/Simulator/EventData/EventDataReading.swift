import JSONText
package import SandboxedJS

/// The way the client of Google Analytics 4 makes event data from a request to `/g/collect`.
package struct EventDataReading: Hashable, Sendable {
  /// Whether the client keeps the visitor's id in a cookie of the server.
  package var keepsIDInCookie: Bool
  /// That cookie's name.
  package var cookieName: String
  /// The time of the request, in milliseconds since 1970.
  package var time: Double

  /// Settings of a client; the defaults are those of a browser's own cookie.
  package init(
    keepsIDInCookie: Bool = false, cookieName: String = "FPID",
    time: Double = Environment.defaultTime
  ) {
    self.keepsIDInCookie = keepsIDInCookie
    self.cookieName = cookieName
    self.time = time
  }

  /// The data of each event in a request: one for each line of its body, and one of the address alone
  /// where there is no body. What a line says outweighs the address.
  ///
  /// Evidence: a public collector's tests of a request with two lines that override the address.
  ///
  /// - Parameter note: takes what is wrong with single parameters, in words.
  /// - Throws: ``HitError`` for the first thing that tells that the hit was damaged as a whole.
  package func events(
    of request: IncomingRequest, _ note: (String) -> Void = { _ in }
  ) throws(HitError) -> [ScriptValue] {
    let size = request.query.utf8.count + (request.body?.utf8.count ?? 0)
    guard size <= HitLimits.bytes else { throw .tooLarge(size) }
    let shared = try WireQuery.parameters(of: request.query)
    let lines = (request.body ?? "").utf8.split { $0 == 0x0A || $0 == 0x0D }
    guard lines.count <= HitLimits.events else {
      throw HitError("the hit has \(lines.count) events, more than \(HitLimits.events)")
    }
    guard !lines.isEmpty else { return [try event(shared, request, note)] }
    var events: [ScriptValue] = []
    for (index, line) in lines.enumerated() {
      do throws(HitError) {
        let own = try WireQuery.parameters(of: String(decoding: line, as: UTF8.self))
        events.append(
          try event(Self.merge(shared, own), request) {
            note(lines.count == 1 ? $0 : "event \(index + 1): \($0)")
          })
      } catch {
        throw lines.count == 1 ? error : HitError("event \(index + 1): \(error.message)")
      }
    }
    return events
  }

  /// The data of each event in a request, and what is wrong with single parameters, in words.
  func reading(of request: IncomingRequest) throws(HitError) -> SharedRuns.Reading {
    var notes: [String] = []
    let events = try events(of: request) { notes.append($0) }
    return (events, notes)
  }

  private static func merge(_ shared: [NamedText], _ own: [NamedText]) -> [NamedText] {
    let names = Set(own.map(\.name))
    return shared.filter { !names.contains($0.name) } + own
  }

  private func event(
    _ parameters: [NamedText], _ request: IncomingRequest, _ note: (String) -> Void
  ) throws(HitError) -> ScriptValue {
    guard parameters.count <= HitLimits.parameters else {
      throw HitError(
        "the event has \(parameters.count) parameters, more than \(HitLimits.parameters)")
    }
    try Self.check(parameters)
    var builder = EventDataBuilder()
    for parameter in parameters { try builder.add(parameter.name, parameter.value) }
    builder.notes.forEach(note)
    return builder.eventData(of: request, self)
  }

  /// Looks for what tells that a hit was damaged as a whole.
  private static func check(_ parameters: [NamedText]) throws(HitError) {
    if parameters.count == 1, parameters[0].value.isEmpty, parameters[0].name.contains("=") {
      throw HitError("the query is encoded twice: '\(parameters[0].name.shortened)'")
    }
    for name in ["dl", "dr"] {
      guard let value = value(of: name, in: parameters) else { continue }
      if value.hasPrefix("http%3A") || value.hasPrefix("https%3A") || value.hasPrefix("http%3a")
        || value.hasPrefix("https%3a")
      {
        throw HitError("'\(name)' is encoded twice: '\(value.shortened)'")
      }
    }
    guard let version = value(of: "v", in: parameters) else {
      throw HitError("the hit has no 'v=2': it is not one of Google Analytics 4, or was damaged")
    }
    guard version == "2" else {
      throw HitError("the hit has 'v=\(version.shortened)', and only version 2 can be read")
    }
    guard let name = value(of: "en", in: parameters), !name.isEmpty else {
      throw HitError("the hit has no event name 'en'; it was cut off, or its body is missing")
    }
  }

  private static func value(of name: String, in parameters: [NamedText]) -> String? {
    parameters.first { $0.name.isExactly(name) }?.value
  }
}
