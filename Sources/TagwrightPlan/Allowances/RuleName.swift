/// The name of a rule that warns, and so can be allowed: `.allowing(.unusedTrigger, because: "…")`.
///
/// `explain` lists them all. A destination adds the names of its own rules.
public struct RuleName: Hashable, Sendable {
  /// As diagnostics show it in brackets, such as `unused-trigger`.
  package let id: String

  package init(_ id: String) {
    self.id = id
  }
}

extension RuleName {
  /// The whole container is larger than its budget.
  public static let containerSize = RuleName("container-size")
  /// One template is larger than its budget.
  public static let templateSize = RuleName("template-size")
  /// A text is longer than a Constant variable may hold.
  public static let constantTooLong = RuleName("constant-too-long")
  /// A path of the data layer or of the wire where one of the event data belongs.
  public static let foreignPath = RuleName("foreign-path")
  /// Hidden fields that a template requires are empty.
  public static let hiddenField = RuleName("hidden-field")
  /// An event's name is none that GA4 accepts.
  public static let impossibleEventName = RuleName("impossible-event-name")
  /// A cookie is meant to live longer than browsers allow.
  public static let longCookieLifetime = RuleName("long-cookie-lifetime")
  /// A GA4 parameter whose name is longer than GA4 allows.
  public static let longParameterName = RuleName("long-parameter-name")
  /// A container without a client.
  public static let missingClient = RuleName("missing-client")
  /// A digest is read from where plain values stand.
  public static let plainSourceAsDigest = RuleName("plain-source-as-digest")
  /// A part of an object that does not travel to the server.
  public static let unsentPart = RuleName("unsent-part")
  /// A GA4 parameter whose name begins with an underscore.
  public static let underscoreParameter = RuleName("underscore-parameter")
  /// Two environments compile into one container.
  public static let sharedContainer = RuleName("shared-container")
  /// A name that begins or ends with a space.
  public static let spaceAroundName = RuleName("space-around-name")
  /// A tag that fires on nothing.
  public static let tagWithoutTrigger = RuleName("tag-without-trigger")
  /// A condition that only works in a web container.
  public static let webOperator = RuleName("web-operator")
  /// A trigger on which no tag fires.
  public static let unusedTrigger = RuleName("unused-trigger")
  /// An allowance that allows nothing.
  package static let unusedAllowance = RuleName("unused-allowance")
}
