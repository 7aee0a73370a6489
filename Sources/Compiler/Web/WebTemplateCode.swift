import CustomTemplate
import Templates

/// The modules that the code of web templates may use.
enum WebLibrary {
  static let modules = ModuleLibrary(
    TemplateSources.shared + TemplateSources.web.filter { !$0.name.hasPrefix("pixel") })
}

extension SandboxCalls {
  /// The least permissions under which the code of a web template runs, in the order of their names.
  var webPermissions: [TemplatePermission] {
    var permissions: [TemplatePermission] = []
    let types = texts("isConsentGranted").sorted()
    if !types.isEmpty { permissions.append(.readConsent(types: types)) }
    let reads = texts("copyFromWindow").union(texts("createQueue"))
    let writes = texts("setInWindow").union(texts("createQueue")).union(texts("aliasInWindow"))
    let executes = texts("callInWindow")
    let globals = reads.union(writes).union(executes).sorted().map { key in
      TemplatePermission.GlobalAccess(
        key, reads: reads.contains(key), writes: writes.contains(key),
        executes: executes.contains(key))
    }
    if !globals.isEmpty { permissions.append(.accessGlobals(globals)) }
    let urls = texts("injectScript").sorted()
    if !urls.isEmpty { permissions.append(.injectScript(urls: urls)) }
    let keys = texts("copyFromDataLayer").sorted()
    if !keys.isEmpty { permissions.append(.readDataLayer(keys: keys)) }
    return permissions
  }
}
