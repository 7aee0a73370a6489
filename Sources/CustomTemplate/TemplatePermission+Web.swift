/// Permissions of web templates, their parameters in the order in which Google Tag Manager writes them.
///
/// Names and values: https://developers.google.com/tag-platform/tag-manager/templates/permissions
extension TemplatePermission {
  /// A property of `window` that may be used.
  package struct GlobalAccess: Hashable, Sendable {
    /// The dotted path.
    package let key: String
    package let reads: Bool
    package let writes: Bool
    /// Whether it may be called.
    package let executes: Bool

    /// Names a property of `window` and what may be done with it.
    package init(
      _ key: String, reads: Bool = false, writes: Bool = false, executes: Bool = false
    ) {
      self.key = key
      self.reads = reads
      self.writes = writes
      self.executes = executes
    }
  }

  /// `copyFromWindow`, `setInWindow`, `callInWindow` and the queues, for the properties listed.
  package static func accessGlobals(_ globals: [GlobalAccess]) -> TemplatePermission {
    let rows = globals.map { global in
      PermissionValue.map([
        .init(.string("key"), .string(global.key)),
        .init(.string("read"), .boolean(global.reads)),
        .init(.string("write"), .boolean(global.writes)),
        .init(.string("execute"), .boolean(global.executes)),
      ])
    }
    return TemplatePermission("access_globals", [Parameter("keys", .list(rows))])
  }

  /// `copyFromDataLayer` for the keys listed, such as `gtm.uniqueEventId` or `ecommerce.*`.
  package static func readDataLayer(keys: [String]) -> TemplatePermission {
    TemplatePermission(
      "read_data_layer",
      [
        Parameter("allowedKeys", .string("specific")), Parameter("keyPatterns", .strings(keys)),
      ])
  }

  /// `isConsentGranted` for the types of consent listed.
  package static func readConsent(types: [String]) -> TemplatePermission {
    let rows = types.map { type in
      PermissionValue.map([
        .init(.string("consentType"), .string(type)), .init(.string("read"), .boolean(true)),
        .init(.string("write"), .boolean(false)),
      ])
    }
    return TemplatePermission("access_consent", [Parameter("consentTypes", .list(rows))])
  }

  /// `injectScript` for the URLs that match a pattern.
  package static func injectScript(urls: [String]) -> TemplatePermission {
    TemplatePermission("inject_script", [Parameter("urls", .strings(urls))])
  }
}
