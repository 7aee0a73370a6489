import Compiler
import Simulator

/// The names of a new package's parts, taken from its folder.
package struct PackageNames: Hashable, Sendable {
  /// The executable, which is typed: `my-shop`.
  package let product: String
  /// The target and the plan's type: `MyShop`.
  package let type: String

  /// Derives the names from the folder's own name; letters beyond ASCII are left out.
  package init(folder: String) {
    let words = folder.unicodeScalars.split { !$0.isASCIILetter && !$0.isASCIIDigit }
      .map { String($0) }
    let product = words.map { $0.lowercased() }.joined(separator: "-")
    let type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let isPlain = type.unicodeScalars.first?.isASCIILetter == true && product.utf8.count <= 60
    guard isPlain else {
      self.product = "site-tracking"
      self.type = "SiteTracking"
      return
    }
    let destinations = RequestForm.namesByHost.values.map { $0.lowercased() }
    let isTaken = Self.taken.union(destinations).contains(type.lowercased())
    self.product = isTaken ? product + "-tracking" : product
    self.type = isTaken ? type + "Tracking" : type
  }

  /// Names, in lower case, of what a plan sees and of Tagwright's own targets and products, even those that it does not
  /// see: SwiftPM wants every name once.
  private static let taken: Set<String> = [
    "tagwright", "tagwrightplan", "benchmark", "shop", "compiler", "diagnostics", "jsontext",
    "sandboxedjs", "tagmanager", "tagmanagerclient", "curlcalls", "customtemplate", "templates",
    "containercheck", "containerdiff", "parallel", "pipes", "simulator", "publishing", "replay",
    "pages", "adoption", "fuzz", "javascriptengines", "tagmanagerstandin", "testsupport", "swift",
    "foundation",
    "testing", "glibc", "darwin", "musl",
    "tracking", "trackingplan", "plan", "source", "secret", "trigger", "folder", "on",
    "email", "phone", "externalid", "clickid", "browserid", "ipaddress", "useragent", "ga4client",
    "ga4tag", "servercontainer", "string", "int", "double", "bool", "array", "type", "self", "any",
    "protocol", "main", "environment", "template", "condition", "consent", "layout", "rawtag",
    "rawtrigger", "rawvariable", "rawclient", "templatetag", "templatevariable", "templateclient",
    "destination", "deduplication", "lookuptable", "builtin", "allowance", "rulename", "test",
    "matchkey", "sizebudget", "variable", "variablevalue", "builtins", "rawwebcontainer",
    "rawtemplate", "rawtransformation", "rawzone", "rawcondition", "rawparameter", "galleryentry",
    "rawgoogletagsettings", "rawmember", "rawjson", "firinglimit", "tagconsent", "tablerow",
    "planenvironment", "package",
    "sources", "tests", "output",
  ]
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
