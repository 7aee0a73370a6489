/// The browser's page that a web template runs in; an environment that has one gives the APIs of web
/// templates instead of those of server templates.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/templates/api
package struct WebPage: Sendable {
  /// The page's address.
  package var url: String
  /// The address of the page before; empty where there is none.
  package var referrer: String
  package var title: String
  package var characterSet: String
  /// The cookies that scripts can read, still encoded.
  package var cookies: [NamedText]
  /// The data layer's model: what the pushes up to this event have left.
  package var dataLayer: ScriptValue
  /// The properties of `window` that hold data.
  package var window: ScriptValue
  /// The dotted paths of functions in `window`; calls of them are recorded, and give nothing.
  package var functions: [String]
  /// The state of each consent type that has one; a type without a state counts as granted.
  package var consent: [String: Bool]
  /// The contents of local storage, by key.
  package var localStorage: [String: String]
  /// Whether a script, a frame or a picture of an address loads.
  package var loads: @Sendable (String) -> Bool

  /// Describes a page; by default one without cookies, on which everything loads.
  package init(
    url: String = "https://shop.example.com/", referrer: String = "", title: String = "",
    characterSet: String = "UTF-8", cookies: [NamedText] = [], dataLayer: ScriptValue = .object([]),
    window: ScriptValue = .object([]), functions: [String] = [], consent: [String: Bool] = [:],
    localStorage: [String: String] = [:],
    loads: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.url = url
    self.referrer = referrer
    self.title = title
    self.characterSet = characterSet
    self.cookies = cookies
    self.dataLayer = dataLayer
    self.window = window
    self.functions = functions
    self.consent = consent
    self.localStorage = localStorage
    self.loads = loads
  }
}

/// The effects of a web template on its page.
package struct PageRecord: Hashable, Sendable {
  /// A call of a function in `window`.
  package struct Call: Hashable, Sendable {
    /// The function's dotted path.
    package let path: String
    package let arguments: [ScriptValue]

    /// Names a function and what it was called with.
    package init(path: String, arguments: [ScriptValue]) {
      self.path = path
      self.arguments = arguments
    }
  }

  /// The calls of functions that the page had before the run.
  package internal(set) var calls: [Call] = []
  /// `window` as the run left it, without functions.
  package internal(set) var window: ScriptValue = .undefined
  /// The addresses of scripts that were injected; one with a cache token is loaded once.
  package internal(set) var scripts: [String] = []
  /// The addresses of hidden frames.
  package internal(set) var frames: [String] = []
  /// The addresses of pictures.
  package internal(set) var pictures: [String] = []
  /// Local storage as the run left it.
  package internal(set) var localStorage: [String: String] = [:]
  /// The `set` and `consent` commands that were pushed: the command, then its arguments.
  package internal(set) var commands: [[ScriptValue]] = []
}
