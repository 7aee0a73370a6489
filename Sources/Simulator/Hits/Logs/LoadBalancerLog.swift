extension LogFormat {
  /// Access logs of an AWS Application Load Balancer.
  ///
  /// Source: Elastic Load Balancing, access log entries: the request has the whole address with its port.
  static let loadBalancer = LogFormat(
    name: "AWS load balancer",
    text: { line, _ in
      guard let kind = line.split(separator: " ", maxSplits: 1).first,
        ["http", "https", "h2", "grpcs", "ws", "wss"].contains(kind)
      else { return nil }
      let words = QuotedText(line).words
      guard words.count > 13, words[2].text.hasPrefix("app/"), words[12].isQuoted else {
        return nil
      }
      let parts = words[12].text.split(separator: " ")
      guard parts.count == 3, parts[0] != "-" else { return .remainder(.other) }
      let address = parts[1].replacing(":443/", with: "/", maxReplacements: 1)
        .replacing(":80/", with: "/", maxReplacements: 1)
      var request = LoggedRequest(String(parts[0]), String(address))
      request.hops = words[3].text
      request.add("user-agent", words[13].text)
      request.time = LogTime.milliseconds(of: words[1].text)
      return .request(request)
    })
}
