import SandboxedJS

extension PermissionAspect {
  /// Returns the aspects of a permission of web templates alone and the needs of the code; nothing
  /// where it has no parameters.
  static func page(
    of permission: TemplatePermission, _ needs: [PermissionNeed]
  ) -> [PermissionAspect] {
    let uses = PermissionUses(needs)
    switch Permission(rawValue: permission.publicID) {
    case .accessGlobals:
      let kinds: [(PageAccess.GlobalUse, String)] = [
        (.read, "readable"), (.write, "writable"), (.execute, "callable"),
      ]
      return kinds.map { use, word in
        PermissionAspect(
          noun: "\(word) global", grant: flagged(permission, "keys", "key", use.rawValue),
          uses: uses.texts { if case .global(let key, use) = $0 { key } else { nil } })
      }.filter(\.isOfInterest)
    case .accessLocalStorage:
      return readableAndWritable(permission, "storage key", "keys", "key") { isWriting in
        uses.texts { if case .localStorage(let key, isWriting) = $0 { key } else { nil } }
      }
    case .accessConsent:
      return readableAndWritable(permission, "consent type", "consentTypes", "consentType") {
        isWriting in
        uses.texts { if case .consent(let type, isWriting) = $0 { type } else { nil } }
      }
    case .readDataLayer:
      return [
        PermissionAspect(
          noun: "key", grant: grant(permission, "allowedKeys", "keyPatterns"),
          uses: uses.texts { if case .dataLayer(let key, false) = $0 { key } else { nil } },
          style: .key)
      ]
    case .writeDataLayer:
      return [
        PermissionAspect(
          noun: "key", grant: list(permission, "keyPatterns"),
          uses: uses.texts { if case .dataLayer(let key, true) = $0 { key } else { nil } },
          style: .key)
      ]
    case .injectScript, .injectHiddenFrame, .sendPixel:
      return [
        PermissionAspect(
          noun: "URL",
          grant: grant(permission, "allowedUrls", "urls"),
          uses: uses.texts { if case .load(let url) = $0 { url } else { nil } }, style: .url)
      ]
    case .getURL, .getReferrer: return address(permission, uses)
    default: return []
    }
  }

  /// Whether something is declared or used.
  private var isOfInterest: Bool { grant != .nothing || !uses.isEmpty }

  private static func readableAndWritable(
    _ permission: TemplatePermission, _ noun: String, _ list: String, _ column: String,
    _ uses: (_ isWriting: Bool) -> [Use]
  ) -> [PermissionAspect] {
    [false, true].map { isWriting in
      PermissionAspect(
        noun: "\(isWriting ? "writable" : "readable") \(noun)",
        grant: flagged(permission, list, column, isWriting ? "write" : "read"),
        uses: uses(isWriting))
    }.filter(\.isOfInterest)
  }

  /// The texts of a column in the rows whose flag is set.
  private static func flagged(
    _ permission: TemplatePermission, _ list: String, _ column: String, _ flag: String
  ) -> Grant {
    let rows = (permission[list]?.items ?? []).filter { $0[flag] == .boolean(true) }
    let texts = rows.compactMap { $0[column]?.text }
    return texts.isEmpty ? .nothing : .only(texts)
  }

  // MARK: Addresses

  private static let components = [
    "protocol", "host", "port", "path", "extension", "query", "fragment",
  ]

  private static func address(
    _ permission: TemplatePermission, _ uses: PermissionUses
  ) -> [PermissionAspect] {
    let isAny = permission["urlParts"]?.text == "any"
    let grantsQuery = isAny || permission.allows("query")
    let queries = permission["queriesAllowed"]?.text
    let parameters = uses.texts(whole: .address(component: .exactly("query"))) {
      if case .queryParameter(let name) = $0 { name } else { nil }
    }
    let names: Grant =
      !grantsQuery
      ? .nothing
      : queries == "any" || isAny && queries != "specific"
        ? .everything : list(permission, "queryKeys")
    let whole = PermissionAspect(
      noun: "the whole address", grant: isAny ? .everything : .nothing,
      uses: uses.flags { $0 == .address(component: nil) })
    let parts = components.map { component in
      let isGranted = isAny || permission.allows(component)
      return PermissionAspect(
        noun: "the \(component)", grant: isGranted ? .everything : .nothing,
        uses: uses.flags { access in
          switch access {
          case .address(.exactly(component)): true
          case .queryParameter: component == "query"
          // Where the code does not show the component, each that is declared counts as used.
          case .address(component: .some(.unknown)), .address(component: .some(.startingWith)):
            isGranted
          default: false
          }
        })
    }
    var aspects = parts.filter(\.isOfInterest)
    if !parameters.isEmpty || queries == "specific" && grantsQuery {
      aspects.append(PermissionAspect(noun: "query parameter", grant: names, uses: parameters))
    }
    guard whole.uses.isEmpty else { return [whole] }
    return isAny ? aspects.mergedForAll(of: "address") : aspects
  }
}
