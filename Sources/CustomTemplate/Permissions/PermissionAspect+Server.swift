import SandboxedJS

extension PermissionAspect {
  /// Returns the aspects of a declared permission and the needs of the code; nothing where a
  /// permission has no parameters.
  static func all(
    of permission: TemplatePermission, _ needs: [PermissionNeed]
  ) -> [PermissionAspect] {
    let uses = PermissionUses(needs)
    switch Permission(rawValue: permission.publicID) {
    case .readEventData:
      return [
        PermissionAspect(
          noun: "key", grant: grant(permission, "eventDataAccess", "keyPatterns"),
          uses: uses.texts { if case .eventData(let key) = $0 { key } else { nil } }, style: .key)
      ]
    case .getCookies:
      return [
        PermissionAspect(
          noun: "cookie", grant: grant(permission, "cookieAccess", "cookieNames"),
          uses: uses.texts { if case .readCookie(let name) = $0 { name } else { nil } })
      ]
    case .setCookies:
      return [
        PermissionAspect(
          noun: "cookie", grant: rows(permission, "allowedCookies", "name"),
          uses: uses.texts { if case .setCookie(let cookie) = $0 { cookie.name } else { nil } })
      ]
    case .sendHTTP:
      return urls(
        permission, uses.texts { if case .http(let url) = $0 { url } else { nil } },
        google: uses.flags { $0 == .googleHTTP })
    case .sendPixelFromBrowser:
      return urls(
        permission, uses.texts { if case .pixel(let url) = $0 { url } else { nil } }, google: [])
    case .readRequest: return request(permission, uses)
    case .accessResponse: return response(permission, uses)
    case .useGoogleCredentials:
      return [
        PermissionAspect(
          noun: "scope", grant: list(permission, "allowedScopes"),
          uses: uses.texts { if case .googleCredentials(let scope) = $0 { scope } else { nil } })
      ]
    case .useMessage:
      return [
        PermissionAspect(
          noun: "message type",
          grant: permission["allowedActions"]?.text == "any"
            ? .everything : rows(permission, "messageTypes", "type"),
          uses: uses.texts { if case .message(let type, _) = $0 { type } else { nil } })
      ]
    case .accessFirestore:
      return [
        PermissionAspect(
          noun: "path", grant: rows(permission, "allowedOptions", "path"),
          uses: uses.texts { if case .firestore(_, let path, _) = $0 { path } else { nil } })
      ]
    case .accessBigQuery:
      return [
        PermissionAspect(
          noun: "table", grant: rows(permission, "allowedTables", "tableId"),
          uses: uses.texts { if case .bigQuery(_, _, let table) = $0 { table } else { nil } })
      ]
    case .useCustomPrivateKeys, .logging, .accessTemplateStorage, .readContainerData,
      .readEventMetadata, .returnResponse, .runContainer, .readAnalyticsStorage,
      .readCharacterSet, .readTitle, nil:
      return []
    case .accessConsent, .accessGlobals, .accessLocalStorage, .getReferrer, .getURL,
      .injectHiddenFrame, .injectScript, .readDataLayer, .sendPixel, .writeDataLayer:
      return page(of: permission, needs)
    }
  }

  private static func urls(
    _ permission: TemplatePermission, _ uses: [Use], google: [Use]
  ) -> [PermissionAspect] {
    var grant = grant(permission, "allowedUrls", "urls")
    let allowsGoogle = permission.allows("allowGoogleDomains")
    if allowsGoogle, grant != .everything {
      // Which domains those are is Google's to say: any of its own may be called.
      let others = uses.filter { !($0.text?.isOfGoogle ?? false) }
      if grant == .nothing, others.isEmpty { grant = .only([]) }
      return [
        PermissionAspect(noun: "URL", grant: grant, uses: others, style: .url),
        PermissionAspect(
          noun: "the Google domains", grant: .everything,
          uses: google + uses.filter { $0.text?.isOfGoogle ?? true }),
      ].filter { $0.noun != "URL" || !$0.uses.isEmpty || $0.grant != .only([]) }
    }
    let googleAspect = PermissionAspect(
      noun: "the Google domains", grant: grant == .everything ? .everything : .nothing,
      uses: google)
    return [PermissionAspect(noun: "URL", grant: grant, uses: uses, style: .url)]
      .filter { !$0.uses.isEmpty || google.isEmpty } + (google.isEmpty ? [] : [googleAspect])
  }

  private static func request(
    _ permission: TemplatePermission, _ uses: PermissionUses
  ) -> [PermissionAspect] {
    let isAny = permission["requestAccess"]?.text == "any"
    func named(_ flag: String, _ access: String, _ list: String, _ column: String) -> Grant {
      guard !isAny else { return .everything }
      guard permission.allows(flag) else { return .nothing }
      return permission[access]?.text == "any"
        ? .everything : .only(permission.texts(list, column: column) ?? [])
    }
    func flag(_ noun: String, _ key: String, _ part: PermissionNeed.RequestPart)
      -> PermissionAspect
    {
      PermissionAspect(
        noun: noun, grant: isAny || permission.allows(key) ? .everything : .nothing,
        uses: uses.flags { $0 == .request(part) || $0 == .request(.everything) })
    }
    let aspects = [
      PermissionAspect(
        noun: "header",
        grant: named("headersAllowed", "headerAccess", "headerWhitelist", "headerName"),
        uses: uses.texts(whole: .request(.everything)) {
          if case .request(.header(let name)) = $0 { name } else { nil }
        }, style: .header),
      PermissionAspect(
        noun: "query parameter",
        grant: named(
          "queryParametersAllowed", "queryParameterAccess", "queryParameterWhitelist",
          "queryParameter"),
        uses: uses.texts(whole: .request(.everything), .request(.query)) {
          if case .request(.queryParameter(let name)) = $0 { name } else { nil }
        }),
      flag("the body", "bodyAllowed", .body), flag("the path", "pathAllowed", .path),
      flag("the remote address", "remoteAddressAllowed", .remoteAddress),
    ]
    return isAny ? aspects.mergedForAll(of: "request") : aspects
  }

  private static func response(
    _ permission: TemplatePermission, _ uses: PermissionUses
  ) -> [PermissionAspect] {
    let isAny = permission["writeResponseAccess"]?.text == "any"
    func flag(_ noun: String, _ key: String, _ part: PermissionNeed.ResponsePart)
      -> PermissionAspect
    {
      PermissionAspect(
        noun: noun, grant: isAny || permission.allows(key) ? .everything : .nothing,
        uses: uses.flags { $0 == .response(part) || $0 == .response(.everything) })
    }
    let headers: Grant =
      isAny
      ? .everything
      : !permission.allows("writeHeadersAllowed")
        ? .nothing
        : permission["writeHeaderAccess"]?.text == "any"
          ? .everything
          : .only(permission.texts("writeHeaderWhitelist", column: "headerName") ?? [])
    let aspects = [
      PermissionAspect(
        noun: "header", grant: headers,
        uses: uses.texts(whole: .response(.everything)) {
          if case .response(.header(let name)) = $0 { name } else { nil }
        }, style: .header),
      flag("the status", "writeStatusAllowed", .status),
      flag("the body", "writeBodyAllowed", .body),
    ]
    return isAny ? aspects.mergedForAll(of: "response") : aspects
  }

  static func grant(
    _ permission: TemplatePermission, _ access: String, _ list: String
  ) -> Grant {
    permission[access]?.text == "any" ? .everything : Self.list(permission, list)
  }

  static func list(_ permission: TemplatePermission, _ key: String) -> Grant {
    let texts = permission.texts(key) ?? []
    return texts.isEmpty ? .nothing : .only(texts)
  }

  private static func rows(
    _ permission: TemplatePermission, _ key: String, _ column: String
  ) -> Grant {
    let texts = permission.texts(key, column: column) ?? []
    return texts.isEmpty ? .nothing : texts.contains("*") ? .everything : .only(texts)
  }
}

extension [PermissionAspect] {
  /// The aspects of a permission that allows everything: those that are used, and the rest as one.
  func mergedForAll(of whole: String) -> [PermissionAspect] {
    let used = filter { !$0.uses.isEmpty }
    guard used.count < count else { return used }
    return used + [PermissionAspect(noun: "the rest of the \(whole)", grant: .everything, uses: [])]
  }
}

extension KnownText {
  /// Whether it is a URL on a host of Google's; the host is all that counts.
  var isOfGoogle: Bool {
    guard let pattern = urlPattern else { return false }
    let host = pattern.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
    return ["google.com", "googleapis.com", "google-analytics.com", "doubleclick.net"].contains {
      host == $0 || host.hasSuffix("." + $0)
    }
  }
}

/// The code's uses of a permission, as the aspects ask for them.
struct PermissionUses {
  private let needs: [PermissionNeed]

  init(_ needs: [PermissionNeed]) { self.needs = needs }

  /// The uses that have a text, and those of a whole.
  func texts(
    whole: PermissionNeed.Access..., text: (PermissionNeed.Access) -> KnownText?
  ) -> [PermissionAspect.Use] {
    needs.compactMap { need in
      guard let access = need.access else { return nil }
      if access == .everything || whole.contains(access) {
        return use(need, nil, isWhole: access != .everything)
      }
      return text(access).map { use(need, $0, isWhole: need.api == "getAllEventData") }
    }
  }

  /// The uses of something that has no names.
  func flags(_ isUsed: (PermissionNeed.Access) -> Bool) -> [PermissionAspect.Use] {
    needs.filter { need in need.access.map { $0 == .everything || isUsed($0) } ?? false }
      .map { use($0, nil, isWhole: true) }
  }

  private func use(
    _ need: PermissionNeed, _ text: KnownText?, isWhole: Bool
  ) -> PermissionAspect.Use {
    PermissionAspect.Use(text: text, isWhole: isWhole, api: need.api, position: need.position)
  }
}
