extension ServerAPI {
  static let queryPermission = ServerAPI(
    "queryPermission", "Says whether the template has a permission."
  ) { (machine, arguments) throws(RunFailure) in
    guard let request = try machine.permissionRequest(arguments) else { return .false }
    return Value(machine.host.permissions.allows(request))
  }
}

extension Machine {
  /// Returns the request that the arguments of `queryPermission` describe; `nil` where there is no
  /// such permission.
  fileprivate func permissionRequest(
    _ arguments: Arguments
  ) throws(RunFailure) -> PermissionRequest? {
    let first = try textIfGiven(arguments[1]) ?? ""
    let second = try textIfGiven(arguments[2]) ?? ""
    func option(_ value: Value, _ name: String) throws(RunFailure) -> String {
      try textIfGiven(self.option(value, name)) ?? ""
    }
    let permission = Permission(rawValue: try text(arguments[0]))
    switch permission {
    case nil: return nil
    case .accessBigQuery:
      let table = arguments[2]
      return .accessBigQuery(
        project: try option(table, "projectId"), dataset: try option(table, "datasetId"),
        table: try option(table, "tableId"))
    case .accessFirestore:
      return .accessFirestore(
        project: try option(arguments[3], "projectId"), path: second, operation: first)
    case .accessResponse:
      switch first {
      case "write_status": return .accessResponse(.status)
      case "write_body": return .accessResponse(.body)
      default: return .accessResponse(.header(second))
      }
    case .accessTemplateStorage: return .accessTemplateStorage
    case .getCookies: return .getCookie(first)
    case .logging: return .logging(debug: host.environment.surroundings.container.debugMode)
    case .readContainerData: return .readContainerData
    case .readEventData: return .readEventData(arguments[1].isUndefined ? nil : first)
    case .readEventMetadata: return .readEventMetadata
    case .readRequest:
      switch first {
      case "header", "headers": return .readRequest(.header(second))
      case "body": return .readRequest(.body)
      case "path": return .readRequest(.path)
      case "remote_address": return .readRequest(.remoteAddress)
      case "query_parameter": return .readRequest(.queryParameter(second))
      default: return .readRequest(.query)
      }
    case .returnResponse: return .returnResponse
    case .runContainer: return .runContainer
    case .sendHTTP: return .sendHTTP(first)
    case .sendPixelFromBrowser: return .sendPixelFromBrowser(first)
    case .setCookies:
      return .setCookie(
        name: first, domain: try option(arguments[2], "domain"),
        path: try option(arguments[2], "path"),
        secure: self.option(arguments[2], "secure").isTruthy,
        session: self.option(arguments[2], "max-age").isUndefined)
    case .useCustomPrivateKeys: return .useCustomPrivateKey(first)
    case .useGoogleCredentials: return .useGoogleCredentials(scopes: [first])
    case .useMessage: return .useMessage(type: second, action: first)
    case .accessConsent: return .page(.consent(type: first, isWriting: second == "write"))
    case .accessGlobals:
      guard let use = PageAccess.GlobalUse(rawValue: first == "readwrite" ? "write" : first) else {
        return nil
      }
      return .page(.global(key: second, use))
    case .accessLocalStorage:
      return .page(.localStorage(key: second, isWriting: first != "read"))
    case .getReferrer, .getURL:
      let component = try textIfGiven(arguments[1])
      let parameter = try textIfGiven(arguments[2])
      return .page(
        permission == .getURL
          ? .url(component: component, parameter: parameter)
          : .referrer(component: component, parameter: parameter))
    case .injectHiddenFrame: return .page(.frame(url: first))
    case .injectScript: return .page(.script(url: first))
    case .readAnalyticsStorage: return .page(.analyticsStorage)
    case .readCharacterSet: return .page(.characterSet)
    case .readDataLayer: return .page(.dataLayer(key: first))
    case .readTitle: return .page(.title)
    case .sendPixel: return .page(.picture(url: first))
    case .writeDataLayer: return .page(.setDataLayer(key: first))
    }
  }
}
