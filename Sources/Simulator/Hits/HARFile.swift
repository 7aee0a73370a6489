package import JSONText
import SandboxedJS

/// A HAR file, in which a browser's network panel saves what it saw.
package enum HARFile {
  /// The result of reading one request.
  package typealias Entry = Result<LogEntry, HitError>

  /// Whether a JSON value is such a file.
  package static func isOne(_ json: JSON) -> Bool { json["log"]?["entries"]?.array != nil }

  /// The requests of the file, in their order.
  ///
  /// - Parameter wantedHost: the only host whose requests are looked at.
  package static func entries(_ json: JSON, wantedHost: String? = nil) -> [Entry] {
    (json["log"]?["entries"]?.array ?? []).map { entry in
      Result { () throws(HitError) in
        guard let request = entry["request"], let url = request["url"]?.string else {
          throw HitError("the entry has no request with an address")
        }
        var logged = LoggedRequest(request["method"]?.string?.uppercased(), url)
        for header in request["headers"]?.array ?? [] {
          guard let name = header["name"]?.string, !name.hasPrefix(":"),
            let value = header["value"]?.string
          else { continue }
          logged.headers.append(NamedText(name.lowercased(), value))
        }
        logged.body = request["postData"]?["text"]?.string
        // What a browser or an extension stops has the status 0.
        logged.isBlocked =
          entry["response"]?["status"]?.number?.integer == 0
          || entry["response"]?["_error"]?.string?.isEmpty == false
        logged.time = LogTime.milliseconds(of: entry["startedDateTime"])
        return try logged.entry(of: "HAR", wantedHost: wantedHost)
      }
    }
  }
}
