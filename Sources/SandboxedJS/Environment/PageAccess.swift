/// One thing that a web template is about to do to its page, for which it needs a permission.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/templates/permissions
package enum PageAccess: Hashable, Sendable {
  /// The uses of a property of `window`.
  package enum GlobalUse: String, Hashable, Sendable {
    case read, write, execute
  }

  case consent(type: String, isWriting: Bool)
  case global(key: String, GlobalUse)
  case dataLayer(key: String)
  case setDataLayer(key: String)
  case script(url: String)
  case frame(url: String)
  case picture(url: String)
  /// A part of the page's address; `nil` for all of it.
  case url(component: String?, parameter: String?)
  /// A part of the referrer's address; `nil` for all of it.
  case referrer(component: String?, parameter: String?)
  case localStorage(key: String, isWriting: Bool)
  case title, characterSet, analyticsStorage

  /// The permission that it needs.
  var permission: Permission {
    switch self {
    case .consent: .accessConsent
    case .global: .accessGlobals
    case .dataLayer: .readDataLayer
    case .setDataLayer: .writeDataLayer
    case .script: .injectScript
    case .frame: .injectHiddenFrame
    case .picture: .sendPixel
    case .url: .getURL
    case .referrer: .getReferrer
    case .localStorage: .accessLocalStorage
    case .title: .readTitle
    case .characterSet: .readCharacterSet
    case .analyticsStorage: .readAnalyticsStorage
    }
  }

  /// A description of the refused access.
  var refusal: String {
    switch self {
    case .consent(let type, let isWriting):
      "Prohibited \(isWriting ? "write" : "read") of consent type '\(type)'"
    case .global(let key, let use): "Prohibited \(use.rawValue) of global '\(key)'"
    case .dataLayer(let key): "Prohibited read of data layer key '\(key)'"
    case .setDataLayer(let key): "Prohibited write of data layer key '\(key)'"
    case .script(let url): "Prohibited script '\(url)'"
    case .frame(let url): "Prohibited frame '\(url)'"
    case .picture(let url): "Prohibited URL '\(url)'"
    case .url(let component, let parameter):
      "Prohibited read of the page's \(Self.part(component, parameter))"
    case .referrer(let component, let parameter):
      "Prohibited read of the referrer's \(Self.part(component, parameter))"
    case .localStorage(let key, let isWriting):
      "Prohibited \(isWriting ? "write" : "read") of local storage key '\(key)'"
    case .title: "Prohibited read of the page's title"
    case .characterSet: "Prohibited read of the page's character set"
    case .analyticsStorage: "Prohibited read of the analytics storage"
    }
  }

  private static func part(_ component: String?, _ parameter: String?) -> String {
    if let parameter { return "query parameter '\(parameter)'" }
    return component.map { "\($0)" } ?? "address"
  }
}
