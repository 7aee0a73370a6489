package import JSONText
import SandboxedJS

/// A HAR file, in which a browser's network panel saves what it saw.
package enum HARFile {
  /// What was read of one request.
  package typealias Entry = Result<Hit, HitError>

  /// Whether a JSON value is such a file.
  package static func isOne(_ json: JSON) -> Bool { json["log"]?["entries"]?.array != nil }

  /// The requests of the file, in their order; those that cannot be a hit, such as images, are left out.
  package static func hits(_ json: JSON) -> [Entry] {
    (json["log"]?["entries"]?.array ?? []).compactMap { entry in
      guard let request = entry["request"], let url = request["url"]?.string else {
        return .failure(HitError("the entry has no request with an address"))
      }
      let isAnalytics = url.contains("/g/collect")
      guard isAnalytics || request["method"]?.string == "POST" || url.contains("?") else {
        return nil
      }
      do throws(HitError) {
        var hit = try hit(request, url: url)
        hit.isIncidental = !isAnalytics
        return .success(hit)
      } catch {
        return isAnalytics ? .failure(error) : nil
      }
    }
  }

  private static func hit(_ request: JSON, url: String) throws(HitError) -> Hit {
    let headers = (request["headers"]?.array ?? []).compactMap { header -> NamedText? in
      guard let name = header["name"]?.string, !name.hasPrefix(":") else { return nil }
      return header["value"]?.string.map { NamedText(name.lowercased(), $0) }
    }
    return try Hit(
      url: url, method: request["method"]?.string ?? "GET", headers: headers,
      body: request["postData"]?["text"]?.string)
  }
}
