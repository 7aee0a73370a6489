import CustomTemplate
import JSONText
import Testing

@Suite struct TemplatePermissionTests {
  /// A permission as `name key=value …`, lists in brackets, rows in braces; `edited` where the editor notes a user's choice.
  static func summary(_ permission: TemplatePermission) -> String {
    let parameters = permission.parameters.map { "\($0.key)=\(summary($0.value))" }
    let edited = permission.clientAnnotations == ["isEditedByUser": true] ? ["edited"] : []
    return ([permission.publicID] + parameters + edited).joined(separator: " ")
  }

  static func summary(_ value: PermissionValue) -> String {
    switch value {
    case .string(let text): text
    case .boolean(let value): "\(value)"
    case .list(let items): "[" + items.map(summary).joined(separator: ",") + "]"
    case .map(let entries):
      "{"
        + entries.map { "\(summary($0.key)):\(summary($0.value))" }.joined(separator: ",")
        + "}"
    case .unknown: "?"
    }
  }

  @Test(arguments: [
    (TemplatePermission.logging(.debug), "logging environments=debug edited"),
    (.logging(.all), "logging environments=all edited"),
    (.readAnyEventData, "read_event_data eventDataAccess=any edited"),
    (
      .readEventData(keys: ["value", "items.*"]),
      "read_event_data keyPatterns=[value,items.*] eventDataAccess=specific edited"
    ),
    (.getAnyCookie, "get_cookies cookieAccess=any edited"),
    (
      .getCookies(names: ["_ttp"]), "get_cookies cookieAccess=specific cookieNames=[_ttp] edited"
    ),
    (
      .setCookies([.init("_ttp"), .init("ttclid", domain: "example.com", onlySecure: true)]),
      "set_cookies allowedCookies=[{name:_ttp,domain:*,path:*,secure:any,session:any},{name:ttclid,domain:example.com,path:*,secure:secure,session:any}] edited"
    ),
    (.sendHTTPToAnyURL, "send_http allowedUrls=any edited"),
    (
      .sendHTTP(urls: ["https://api.example.com/v1/*"]),
      "send_http allowedUrls=specific urls=[https://api.example.com/v1/*] edited"
    ),
    (
      .sendHTTP(urls: ["https://a.example.com/"], googleDomains: true),
      "send_http allowedUrls=specific urls=[https://a.example.com/] allowGoogleDomains=true edited"
    ),
    (
      .sendHTTP(urls: [], googleDomains: true),
      "send_http allowedUrls=specific allowGoogleDomains=true edited"
    ),
    (
      .sendPixelFromBrowser(urls: ["https://px.example.com/*"]),
      "send_pixel_from_browser allowedUrls=specific urls=[https://px.example.com/*] edited"
    ),
    (
      .readAnyRequest,
      "read_request requestAccess=any headerAccess=any queryParameterAccess=any edited"
    ),
    (
      .readRequest(headers: ["user-agent"]),
      "read_request headerWhitelist=[{headerName:user-agent}] headersAllowed=true requestAccess=specific headerAccess=specific queryParameterAccess=any edited"
    ),
    (
      .readRequest(headers: ["a"], remoteAddress: true),
      "read_request headerWhitelist=[{headerName:a}] remoteAddressAllowed=true headersAllowed=true requestAccess=specific headerAccess=specific queryParameterAccess=any edited"
    ),
    (
      .readRequest(headers: ["a"], queryParameters: ["b"]),
      "read_request headerWhitelist=[{headerName:a}] queryParametersAllowed=true headersAllowed=true queryParameterAccess=specific requestAccess=specific queryParameterWhitelist=[{queryParameter:b}] headerAccess=specific edited"
    ),
    (
      .readRequest(headers: .any, queryParameters: .any, body: true, path: true),
      "read_request queryParametersAllowed=true bodyAllowed=true headersAllowed=true pathAllowed=true queryParameterAccess=any requestAccess=specific headerAccess=any edited"
    ),
    (
      .readRequest(queryParameters: .any, path: true),
      "read_request queryParametersAllowed=true pathAllowed=true queryParameterAccess=any requestAccess=specific headerAccess=any edited"
    ),
    (
      .readRequest(headers: .any, remoteAddress: true),
      "read_request remoteAddressAllowed=true headersAllowed=true requestAccess=specific headerAccess=any queryParameterAccess=any edited"
    ),
    (
      .accessAnyResponse,
      "access_response writeResponseAccess=any writeHeaderAccess=specific edited"
    ),
    (
      .accessResponse(headers: .any, status: true, body: true),
      "access_response writeResponseAccess=specific writeHeaderAccess=any writeStatusAllowed=true writeHeadersAllowed=true writeBodyAllowed=true edited"
    ),
    (
      .accessResponse(headers: ["content-type"]),
      "access_response writeResponseAccess=specific writeHeaderAccess=specific writeHeadersAllowed=true writeHeaderWhitelist=[{headerName:content-type}] edited"
    ),
    (.returnResponse, "return_response"),
    (.runContainer, "run_container"),
    (.readContainerData, "read_container_data"),
    (.readEventMetadata, "read_event_metadata"),
    (.accessTemplateStorage, "access_template_storage"),
    (
      .accessBigQuery([.init(datasetID: "shop", tableID: "events")]),
      "access_bigquery allowedTables=[{projectId:*,datasetId:shop,tableId:events,operation:write}] edited"
    ),
    (
      .accessFirestore([
        .init(path: "users/*", operation: .readWrite),
        .init(projectID: "*", path: "a", operation: .read, databaseID: "(default)"),
      ]),
      "access_firestore allowedOptions=[{projectId:GOOGLE_CLOUD_PROJECT,path:users/*,operation:read_write},{projectId:*,path:a,operation:read,databaseId:(default)}] edited"
    ),
    (
      .useGoogleCredentials(scopes: ["https://auth.example.com/scope"]),
      "use_google_credentials allowedScopes=[https://auth.example.com/scope] edited"
    ),
    (.useCustomPrivateKeys(ids: ["k"]), "use_custom_private_keys keyIds=[k] edited"),
    (.useAnyMessage, "use_message allowedActions=any edited"),
    (
      .useMessages([.init(type: "order", action: "listen")]),
      "use_message allowedActions=specific messageTypes=[{type:order,action:listen}] edited"
    ),
  ])
  func aPermissionHasTheParametersInGoogleTagManagersOrder(
    permission: TemplatePermission, summary: String
  ) throws {
    #expect(Self.summary(permission) == summary)
    var template = ExampleTemplate.template
    template.permissions = [permission]
    let file = try TemplateDocument.read(template.text, file: "example.tpl")
    #expect(file.template.permissions == [permission])
  }

  @Test func whatAPermissionAllowsCanBeAsked() {
    let request = TemplatePermission.readRequest(headers: ["a", "b"], path: true)
    #expect(request.texts("headerWhitelist", column: "headerName") == ["a", "b"])
    #expect(request.allows("pathAllowed"))
    #expect(!request.allows("bodyAllowed"))
    #expect(TemplatePermission.sendHTTP(urls: ["u"]).texts("urls") == ["u"])
    #expect(TemplatePermission.sendHTTPToAnyURL.texts("urls") == nil)
    #expect(TemplatePermission.logging(.all)["environments"]?.text == "all")
  }

  @Test(arguments: [
    #"{"type":4,"integer":"1"}"#, #"{"type":1,"string":1}"#, #"{"string":"a","type":1}"#,
    #"{"type":3,"mapKey":[],"mapValue":[{"type":1,"string":"a"}]}"#, "null",
    #"{"type":2,"listItem":[{"type":9}]}"#, #"{"type":8,"boolean":true,"more":1}"#,
  ])
  func aValueOfAnotherEncodingIsKept(text: String) throws {
    let json = try JSON.read(text)
    #expect(PermissionValue(json: json).json == json)
  }

  @Test func keysThatAreNotKnownAreKept() throws {
    let entry = #"""
      [
        {
          "instance": {
            "key": {
              "publicId": "logging",
              "versionId": "2"
            },
            "param": []
          },
          "isRequired": false,
          "more": {
            "a": 1
          }
        }
      ]
      """#
    let text = ExampleTemplate.text.replacingSection("SERVER_PERMISSIONS", with: entry)
    let file = try TemplateDocument.read(text, file: "example.tpl")
    #expect(file.template.text == text)
    #expect(file.template.permissions.map(\.versionID) == ["2"])
  }
}

extension String {
  /// The text of a template with another body for a section.
  func replacingSection(_ name: String, with body: String) -> String {
    let marker = "___\(name)___\n\n"
    let parts = split(separator: marker, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return self }
    let rest = parts[1].split(
      separator: "\n\n\n___", maxSplits: 1, omittingEmptySubsequences: false)
    return parts[0] + marker + body + "\n\n\n" + (rest.count == 2 ? "___" + rest[1] : "")
  }
}
