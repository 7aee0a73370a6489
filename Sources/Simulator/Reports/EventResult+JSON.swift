package import JSONText
import SandboxedJS

extension EventResult {
  /// The event for programs that read on: `{"event": …, "tags": […]}`. What is in `event` can be simulated again.
  package var json: JSON { .object(JSONObject(jsonMembers)) }

  /// The same, followed by what is remarkable: `missing` and `hints`.
  package func json(with remarks: EventRemarks) -> JSON {
    .object(JSONObject(jsonMembers + remarks.members))
  }

  private var jsonMembers: [JSONObject.Member] {
    [.init("event", eventData.json ?? .null), .init("tags", .array(tags.map(\.json)))]
  }
}

extension TagResult {
  /// The tag: `{"name", "fired", "reason", "outcome", "requests", "cookies", "logs"}`; `settings` follow where the tag
  /// fired and its code is not known, `variables` where they were asked for, `calls` where it called a page's functions,
  /// `missingConsent` where consent kept it from sending.
  package var json: JSON {
    let mask = SecretMask(self)
    var object = JSONObject([
      .init("name", .string(name)), .init("fired", .bool(isFired)),
      .init("reason", .string(decision.reason)),
      .init("outcome", outcome.map { .string($0.text) } ?? .null),
      .init("requests", .array(effects.requests.map { Self.json($0, mask) })),
      .init("cookies", .array(effects.cookies.map(Self.json))),
      .init("logs", .array(effects.logs.map { .string(mask.text($0)) })),
    ])
    if !effects.calls.isEmpty {
      object["calls"] = .array(
        effects.calls.map { call in
          [
            "function": .string(call.path),
            "arguments": .array(call.arguments.map { mask.value($0).json ?? .null }),
          ]
        })
    }
    if case .refused(let types)? = outcome {
      object["missingConsent"] = .array(types.map { .string($0) })
    }
    if outcome == .notSimulated {
      object["settings"] = .object(
        JSONObject(
          settings.compactMap { setting in
            mask.value(setting).json.map { JSONObject.Member(setting.name, $0) }
          }))
    }
    if !variables.isEmpty {
      object["variables"] = .object(
        JSONObject(
          variables.map { variable in
            JSONObject.Member(variable.name, mask.value(variable).json ?? .null)
          }))
    }
    return .object(object)
  }

  private static func json(_ request: OutgoingRequest, _ mask: SecretMask) -> JSON {
    var headers = JSONObject()
    for header in request.headers.map(mask.header) { headers[header.name] = .string(header.value) }
    return [
      "method": .string(request.method), "url": .string(mask.url(request.url)),
      "headers": .object(headers),
      "body": request.body.map { .string(mask.text($0)) } ?? .null,
    ]
  }

  private static func json(_ cookie: RunRecord.Cookie) -> JSON {
    var attributes = JSONObject()
    for attribute in cookie.attributes { attributes[attribute.name] = .string(attribute.value) }
    return [
      "name": .string(cookie.name), "value": .string(cookie.value),
      "attributes": .object(attributes),
    ]
  }
}

extension TagResult.Outcome {
  /// The outcome in a word or two.
  package var text: String {
    switch self {
    case .success: "success"
    case .failure: "failure"
    case .unfinished: "unfinished"
    case .error(let message): "error: \(message)"
    case .notSimulated: "not simulated"
    case .refused: "refused by consent"
    }
  }
}
