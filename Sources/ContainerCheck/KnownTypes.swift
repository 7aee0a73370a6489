import Diagnostics
import TagManager

/// The types of tags, variables, clients and transformations, as exports and Tag Manager's documentation show them.
enum KnownTypes {
  /// Whether a kind of container has a type; a template's types belong to both.
  static func has(_ type: String, kind: EntityKind, in side: UsageContext) -> Bool {
    type.hasPrefix("cvt_") || types(of: kind, in: side).contains(type)
  }

  /// The type that may be meant.
  static func question(for type: String, kind: EntityKind, in side: UsageContext?) -> String? {
    let known = (side.map { [$0] } ?? [.server, .web]).flatMap { types(of: kind, in: $0).sorted() }
    return Spelling.question(for: type, among: known)
  }

  /// The types of triggers that a kind of container has.
  static func triggers(in side: UsageContext) -> Set<TriggerType> {
    side == .server ? serverTriggers : webTriggers
  }

  /// The settings that a type cannot work without, as every real export has them.
  static func requiredSettings(of type: String, kind: EntityKind) -> [String] {
    switch kind {
    case .tag: requiredByTags[type] ?? []
    case .variable: requiredByVariables[type] ?? []
    default: []
    }
  }

  private static let requiredByTags = [
    "googtag": ["tagId"], "gaawe": ["eventName"], "html": ["html"], "img": ["url"],
    "awct": ["conversionId"], "sgtmadsct": ["conversionId"], "http_request": ["url"],
  ]

  private static let requiredByVariables = [
    "ed": ["keyPath"], "qp": ["queryParamName"], "rh": ["headerName"], "smm": ["input", "map"],
    "remm": ["input", "map"], "sgtmk": ["name"], "k": ["name"], "v": ["name"], "j": ["name"],
    "jsm": ["javascript"],
  ]

  private static func types(of kind: EntityKind, in side: UsageContext) -> Set<String> {
    switch (kind, side == .server) {
    case (.tag, true): serverTags
    case (.tag, false): webTags
    case (.variable, true): serverVariables
    case (.variable, false): webVariables
    case (.client, true): ["gaaw_client", "gtm_client", "ua_client", "mpaw_client", "mp_client"]
    case (.transformation, true): ["tf_augment_event", "tf_exclude_params", "tf_allow_params"]
    default: []
    }
  }

  private static let serverTriggers: Set<TriggerType> = [
    .customEvent, .always, .triggerGroup, .serverPageview, .initialization,
    .consentInitialization,
  ]

  private static let webTriggers: Set<TriggerType> = [
    .customEvent, .triggerGroup, .initialization, .consentInitialization, .pageview, .domReady,
    .windowLoaded, .formSubmission, .click, .linkClick, .jsError, .historyChange, .timer,
    .youTubeVideo, .scrollDepth, .elementVisibility,
  ]

  private static let serverTags = words(
    """
    sgtmgaaw sgtmadsct sgtmadscl sgtmadsremarket sgtmfls sgtmflc sgtmua http_request
    """)

  private static let webTags = words(
    """
    googtag gaawe gaawc gclidw awct awud sp fls flc html img ua ga opt gcs ts abtGeneric adm asp ta
    awin baut bb bzi cegg cts csm crto dc dstag m6d ela hjtc infinity sca k50 ll ljs ms mpm mpr
    messagemate mf ndcr nudge okt omc pa pc pntr placedPixel pijs qcm qpx fxm scjs scp sfc sfl sfr
    shareaholic svw tpdpx tdlc tdsc tc tdc twitter_website_tag uslt uspt vei veip vdc xpsh yieldify
    zone
    """)

  private static let serverVariables = words("c ed fs qp remm rh sgtmk smm uv vr")

  private static let webVariables = words(
    """
    aev awec c cid ctv d dbg e ev f gas gtcs gtes j jsm k r remm smm u uv v vis
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
