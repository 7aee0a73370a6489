extension PermissionInference {
  /// Returns the accesses that a call of an API of web templates makes to the page.
  mutating func pageAccesses(
    _ api: String, _ arguments: [Expression]?
  ) -> [PermissionNeed.Access] {
    switch api {
    case "copyFromWindow": return globals(arguments, 0, .read)
    case "setInWindow": return globals(arguments, 0, .write)
    case "aliasInWindow": return globals(arguments, 0, .write) + globals(arguments, 1, .read)
    case "callInWindow": return globals(arguments, 0, .execute)
    case "createQueue": return globals(arguments, 0, .read, .write)
    case "createArgumentsQueue":
      return globals(arguments, 0, .read, .write) + globals(arguments, 1, .read, .write)
    case "copyFromDataLayer": return texts(arguments, 0).map { .dataLayer($0, isWriting: false) }
    case "gtagSet": return keys(arguments, 0).map { .dataLayer($0, isWriting: true) }
    case "isConsentGranted", "addConsentListener":
      return texts(arguments, 0).map { .consent($0, isWriting: false) }
    case "setDefaultConsentState", "updateConsentState":
      return keys(arguments, 0).filter { !Self.consentSettings.contains($0.exact ?? "") }
        .map { .consent($0, isWriting: true) }
    case "injectScript", "injectHiddenIframe", "sendPixel":
      return addresses(arguments, 0).map { .load($0) }
    case "localStorage.getItem":
      return texts(arguments, 0).map { .localStorage($0, isWriting: false) }
    case "localStorage.setItem", "localStorage.removeItem":
      return texts(arguments, 0).map { .localStorage($0, isWriting: true) }
    case "getUrl", "getReferrerUrl":
      guard let arguments else { return [.address(component: .unknown)] }
      return arguments.isEmpty
        ? [.address(component: nil)] : texts(arguments, 0).map { .address(component: $0) }
    case "getQueryParameters", "getReferrerQueryParameters":
      return texts(arguments, 0).map { .queryParameter($0) }
    default: return [.everything]
    }
  }

  /// Members of a consent command that name no consent type.
  private static let consentSettings: Set<String> = ["region", "wait_for_update"]

  private mutating func globals(
    _ arguments: [Expression]?, _ index: Int, _ uses: PageAccess.GlobalUse...
  ) -> [PermissionNeed.Access] {
    texts(arguments, index).flatMap { key in uses.map { .global(key, $0) } }
  }

  /// The keys of an object, or the text that stands in its place.
  private mutating func keys(_ arguments: [Expression]?, _ index: Int) -> [KnownText] {
    guard let arguments, index < arguments.count,
      let literal = unchangedLiteral(arguments[index]), case .object(let properties) = literal.kind
    else { return texts(arguments, index) }
    return properties.map { .exactly($0.key.text) }
  }
}
