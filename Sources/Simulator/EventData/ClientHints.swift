import SandboxedJS

/// The information that a browser gives about itself in client hints.
enum ClientHints {
  /// The brands of `uafvl`: `Brand;version|Brand;version`, each part encoded once more.
  ///
  /// Evidence: a hit with `Microsoft%2520Edge;142.0.3595.94`, and dumps with a list of `{brand, version}`.
  static func fullVersionList(_ text: String) -> ScriptValue {
    .array(
      text.split(separator: "|").map { entry in
        let parts = entry.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        func decoded(_ index: Int) -> ScriptValue {
          let part = parts.indices.contains(index) ? String(parts[index]) : ""
          return .string(URIEncoding.decode(part, as: .component) ?? part)
        }
        return ["brand": decoded(0), "version": decoded(1)]
      })
  }

  /// The hints of the request's headers, for a hit that brings none itself.
  ///
  /// Evidence: dumps of 2023 have only `brands`, `mobile` and `platform`, and the platform keeps the quotes of its header.
  static func ofHeaders(_ request: IncomingRequest) -> ScriptValue? {
    var hints: [ScriptValue.Member] = []
    if let brands = brands(request) { hints.append(.init("brands", brands)) }
    if let mobile = request.header("sec-ch-ua-mobile") {
      hints.append(.init("mobile", .boolean(mobile == "?1")))
    }
    if let platform = request.header("sec-ch-ua-platform") {
      hints.append(.init("platform", .string(platform)))
    }
    return hints.isEmpty ? nil : .object(hints)
  }

  /// The brands of the header `sec-ch-ua`: `"Chromium";v="142", "Not_A Brand";v="99"`.
  static func brands(_ request: IncomingRequest) -> ScriptValue? {
    guard let header = request.header("sec-ch-ua") else { return nil }
    let brands = header.split(separator: ",").compactMap { entry -> ScriptValue? in
      let parts = entry.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count >= 4 else { return nil }
      return ["brand": .string(String(parts[1])), "version": .string(String(parts[3]))]
    }
    return brands.isEmpty ? nil : .array(brands)
  }
}
