import SandboxedJS

extension GA4Parameter {
  private static let dumps =
    "event data that servers wrote down from 2022 to 2025, for each of which the hit is known"
  private static let reverse = "a public tag that makes hits of event data again"
  private static let immutablePage = "Google's list of the keys that transformations leave alone"

  /// Every parameter with a name of its own. What is not here becomes `x-ga-mp2-` and its name.
  package static let all: [GA4Parameter] = [
    GA4Parameter("v", .key("x-ga-protocol_version"), .text, .pair, dumps),
    GA4Parameter("tid", .key("x-ga-measurement_id"), .text, .pair, dumps),
    GA4Parameter("gtm", .key("x-ga-gtm_version"), .text, .pair, dumps),
    GA4Parameter("_p", .key("x-ga-page_id"), .number, .pair, dumps),
    GA4Parameter("_s", .key("x-ga-request_count"), .number, .pair, dumps),
    GA4Parameter("cid", .key("client_id"), .text, .pair, dumps),
    GA4Parameter("sid", .key("ga_session_id"), .text, .pair, "dumps show it as a text of digits"),
    GA4Parameter("sct", .key("ga_session_number"), .number, .pair, "dumps show it as a number"),
    GA4Parameter("seg", .key("x-ga-mp2-seg"), .text, .pair, dumps),
    GA4Parameter("ul", .key("language"), .text, .pair, dumps),
    GA4Parameter("sr", .key("screen_resolution"), .text, .pair, dumps),
    GA4Parameter("dl", .key("page_location"), .text, .pair, dumps),
    GA4Parameter(
      "dr", .key("page_referrer"), .text, .pair, "absent from dumps where the hit has no 'dr'"),
    GA4Parameter("dt", .key("page_title"), .text, .pair, dumps),
    GA4Parameter("en", .key("event_name"), .text, .pair, dumps),
    GA4Parameter("_et", .key("engagement_time_msec"), .number, .pair, dumps),
    GA4Parameter("uid", .key("user_id"), .text, .pair, reverse),
    GA4Parameter("cu", .key("currency"), .text, .pair, reverse),

    GA4Parameter("uaa", .hint("architecture"), .text, .pair, dumps),
    GA4Parameter("uab", .hint("bitness"), .text, .pair, dumps),
    GA4Parameter(
      "uafvl", .hint("full_version_list"), .brands, .pair,
      "brands and versions are encoded twice on the wire"),
    GA4Parameter("uamb", .hint("mobile"), .truth, .pair, dumps),
    GA4Parameter("uam", .hint("model"), .text, .pair, dumps),
    GA4Parameter("uap", .hint("platform"), .text, .pair, dumps),
    GA4Parameter("uapv", .hint("platform_version"), .text, .pair, dumps),
    GA4Parameter("uaw", .hint("wow64"), .truth, .pair, dumps),
    GA4Parameter(
      "ur", .key("event_location"), .location, .pair,
      "newer servers have an object, those of 2022 'x-ga-ur'"),

    GA4Parameter("gcs", .key("x-ga-gcs"), .text, .immutable, immutablePage),
    GA4Parameter(
      "gcd", .key("x-ga-gcd"), .text, .pair,
      "'x-ga-gcd' in 2025; servers of January 2024 wrote 'x-ga-mp2-gcd'"),
    GA4Parameter("gcu", .key("x-ga-gcu"), .text, .immutable, immutablePage),
    GA4Parameter("npa", .key("x-ga-npa"), .text, .immutable, immutablePage),
    GA4Parameter(
      "dma", .key("x-ga-dma"), .text, .pair,
      "dumps have the text \"0\", though Google's page says boolean"),
    GA4Parameter("dma_cps", .key("x-ga-dma_cps"), .text, .immutable, immutablePage),
    GA4Parameter("ecid", .key("x-ga-ecid"), .text, .immutable, immutablePage),
    GA4Parameter("did", .key("x-ga-did"), .text, .immutable, immutablePage),
    GA4Parameter("gdid", .key("x-ga-gdid"), .text, .immutable, immutablePage),
    GA4Parameter("edid", .key("x-ga-edid"), .text, .immutable, immutablePage),
    GA4Parameter("em", .key("x-ga-em"), .text, .immutable, immutablePage),
    GA4Parameter("tfd", .key("x-ga-tfd"), .number, .pair, dumps),
    GA4Parameter(
      "lps", .key("x-ga-lps"), .text, .immutable,
      "a text like 'dma', though Google's page says boolean"),
    GA4Parameter(
      "are", .key("x-ga-are"), .text, .pair, "newer servers; older ones wrote 'x-ga-mp2-are'"),
    GA4Parameter("pscdl", .key("x-ga-pscdl"), .text, .pair, dumps),

    GA4Parameter(
      "_eu", .system("eu"), .text, .pair,
      "a text in 2022; in 2025 a list of numbers whose making is not known"),
    GA4Parameter("_tu", .system("tu"), .text, .pair, dumps),
    GA4Parameter("_ss", .system("ss"), .text, .pair, dumps),
    GA4Parameter("_fv", .system("fv"), .text, .pair, dumps),
    GA4Parameter("_c", .system("c"), .text, .pair, dumps),
    GA4Parameter("_ee", .system("ee"), .truth, .pair, "dumps have the truth value"),
    GA4Parameter("_dbg", .system("dbg"), .text, .pair, dumps),
    GA4Parameter("_z", .system("z"), .text, .pair, dumps),
  ]

  private static let places = KeyPlaces(count: all.count) { all[$0].name }

  /// The place of the rule for a name.
  static func place(of name: String) -> Int? {
    places.place(of: name) { all[$0].name }
  }
}
