package import Diagnostics
import JSONText
package import SandboxedJS

extension EventResult {
  /// The event for a person: the tags that fired with what they sent, then the others with the reason, then what
  /// is remarkable.
  ///
  /// - Parameter showsSettings: whether the settings of tags are shown whose code is not known.
  package func text(
    _ style: SeverityStyle, _ remarks: EventRemarks? = nil, showsSettings: Bool = false
  ) -> String {
    var lines = ["\(eventName.withVisibleControls) (client '\(clientName.withVisibleControls)')"]
    for tag in tags where tag.isFired { lines += tag.lines(style, showsSettings) }
    for tag in tags where !tag.isFired {
      let outcome = tag.outcome.map { ": \($0.text)" } ?? ""
      lines.append("  not fired: \(tag.name), \(tag.decision.reason)\(outcome)".withVisibleControls)
    }
    return (lines + (remarks?.lines ?? [])).joined(separator: "\n")
  }
}

extension TagResult {
  fileprivate func lines(_ style: SeverityStyle, _ showsSettings: Bool) -> [String] {
    let mask = SecretMask(self)
    var lines = ["  fired: \(name), \(decision.reason)".withVisibleControls + outcomeText(style)]
    if outcome == .notSimulated, showsSettings {
      lines += settings.map { "    \($0.name): \(mask.value($0))".withVisibleControls }
    }
    for request in effects.requests {
      lines.append("    \(request.method) \(mask.url(request.url))".withVisibleControls)
      for header in request.headers.map(mask.header) {
        lines.append("      \(header.name): \(header.value)".withVisibleControls)
      }
      if !request.scopes.isEmpty { lines.append("      with Google credentials") }
      for line in mask.text(request.shownBody).utf8.split(separator: UInt8(ascii: "\n")) {
        lines.append("      \(Substring(line))".withVisibleControls)
      }
    }
    lines += effects.calls.map { "    call \(mask.text($0.text))".withVisibleControls }
    for cookie in effects.cookies {
      lines.append("    cookie \(cookie.headerText)".withVisibleControls)
    }
    for header in effects.responseHeaders {
      lines.append("    response header \(header.name): \(header.value)".withVisibleControls)
    }
    lines += effects.pixels.map { "    pixel \(mask.url($0))".withVisibleControls }
    lines += effects.logs.map { "    log: \(mask.text($0))".withVisibleControls }
    lines += variables.map { "    {{\($0.name)}} = \(mask.value($0))".withVisibleControls }
    return lines
  }

  private func outcomeText(_ style: SeverityStyle) -> String {
    switch outcome {
    case .success?: ": success"
    case .refused(let types)?:
      ([": refused by consent"] + types.map { "no '\($0)'" }).joined(separator: ", ")
    case .notSimulated?: ": would fire, its code is not known"
    case .failure?, .unfinished?, .error?:
      ": " + style.word("error", as: (outcome?.text ?? "").withVisibleControls)
    case nil: ""
    }
  }
}

extension OutgoingRequest {
  /// The body, with JSON laid out in lines.
  var shownBody: String {
    guard let body, !body.isEmpty else { return "" }
    guard body.first == "{" || body.first == "[",
      let json = try? JSON.read(body, JSONReadOptions(repeatedKeys: .lastOneCounts))
    else { return body }
    return json.text(.readable)
  }
}

extension PageRecord.Call {
  /// The call as a script would write it.
  package var text: String {
    var arguments = arguments
    while arguments.last == .undefined { arguments.removeLast() }
    return "\(path)(\(arguments.map(\.description).joined(separator: ", ")))"
  }
}

extension RunRecord.Cookie {
  /// The cookie as its header has it.
  package var headerText: String {
    let attributes = attributes.map { $0.value == "true" ? $0.name : "\($0.name)=\($0.value)" }
    return (["\(name)=\(value)"] + attributes).joined(separator: "; ")
  }
}
