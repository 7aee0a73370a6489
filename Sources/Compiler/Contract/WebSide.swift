import CustomTemplate
import Simulator
import TagManager

/// The web container's side of the contract: its GA4 events and its pixel's calls.
struct WebSide {
  /// A GA4 tag, and the parameters of its events.
  struct GA4Tag {
    let tag: Tag
    /// The names of its events; `nil` where they cannot be told.
    let events: [String]?
    /// Names and texts, those that the Google tag adds to every event too.
    let parameters: [(name: String, text: String)]
    let sendsEcommerce: Bool
    let sendsUserData: Bool

    /// The text of a parameter.
    func text(_ name: String) -> String? { parameters.first { $0.name == name }?.text }

    /// The name of the parameter that has a text.
    func name(of text: String) -> String? { parameters.first { $0.text == text }?.name }

    /// Whether a path of the event data is among what it sends.
    func sends(_ path: String) -> Bool {
      let root = String(path.prefix { $0 != "." })
      return parameters.contains { $0.name == path || $0.name == root }
        || sendsEcommerce && DataLayerKey.isInEcommerce(path)
        || sendsUserData && root == "user_data" || CommonEventData.isFilledByGoogle(path)
    }
  }

  /// A tag that calls a pixel.
  struct PixelTag {
    let tag: Tag
    let events: [String]?
    /// The text of the event's name, as the pixel gets it.
    let event: String?
    /// The text of the event's id.
    let eventID: String?
    /// A call that has no id where the pixel looks for it.
    let callWithoutID: PixelForm.Call?
    let pixel: String?
    /// The fields with their texts, those of tables by the name in their first column.
    let fields: [(key: String, text: String)]
    /// The consent that it waits for; `nil` where nothing was decided.
    let consent: Set<String>?
  }

  let container: ContractContainer
  let ga4Tags: [GA4Tag]
  let pixelTags: [PixelTag]
  /// The tags that are paused.
  let pausedGA4Tags: [GA4Tag]
  let pausedPixelTags: [PixelTag]
  /// Whether the site is to have a pixel: also where its only tag is paused.
  var hasPixel: Bool { !(pixelTags + pausedPixelTags).isEmpty }

  init(_ container: ContractContainer, _ vocabulary: ContractVocabulary) {
    self.container = container
    let tags = container.version.tags.filter { $0.paused != true }
    let google = tags.filter { $0.type == "googtag" }
    let paused = container.version.tags.filter { $0.paused == true }
    let shared = google.flatMap { container.settings(of: $0) }
    func events(_ tags: [Tag]) -> [GA4Tag] {
      tags.filter { $0.type == "gaawe" }.map { container.ga4Tag($0, shared: shared) }
    }
    var ga4 = events(tags)
    // A Google tag sends a page view of its own unless it is told not to.
    for tag in google {
      let own = container.settings(of: tag)
      let isPageViewOff = own.contains { $0.name == "send_page_view" && $0.text == "false" }
      guard !isPageViewOff, tag.text("tagId").map({ !$0.hasPrefix("AW-") }) ?? true else {
        continue
      }
      ga4.append(
        GA4Tag(
          tag: tag, events: [BrowserEvents.pageView], parameters: own, sendsEcommerce: false,
          sendsUserData: false))
    }
    ga4Tags = ga4
    pixelTags = tags.compactMap { container.pixelTag($0, vocabulary) }
    pausedGA4Tags = events(paused)
    pausedPixelTags = paused.compactMap { container.pixelTag($0, vocabulary) }
  }

  /// The GA4 tags that send an event.
  func ga4Tags(for event: String) -> [GA4Tag] {
    ga4Tags.filter { $0.events?.contains(event) ?? false }
  }

  /// The pixel's tags for an event.
  func pixelTags(for event: String) -> [PixelTag] {
    pixelTags.filter { $0.events?.contains(event) ?? false }
  }
}

extension ContractContainer {
  /// The rows of a tag's tables of settings that have a value, and of the variables that it takes settings from.
  func settings(of tag: Tag) -> [(name: String, text: String)] {
    var rows = ["configSettingsTable", "eventSettingsTable", "eventParameters"].flatMap {
      Self.rows(tag.parameters[$0])
    }
    for key in ["configSettingsVariable", "eventSettingsVariable"] {
      for name in VariableReferences.names(in: tag.text(key) ?? "") {
        guard let variable = variable(named: name) else { continue }
        rows += ["configSettingsTable", "eventSettingsTable"].flatMap {
          Self.rows(variable.parameters[$0])
        }
      }
    }
    return rows
  }

  private static func rows(_ table: Parameter?) -> [(name: String, text: String)] {
    (table?.list ?? []).compactMap { row in
      let name = (row.map["parameter"] ?? row.map["name"])?.value ?? ""
      let text = (row.map["parameterValue"] ?? row.map["value"])?.value ?? ""
      return text.isEmpty ? nil : (name, text)
    }
  }

  fileprivate func ga4Tag(
    _ tag: Tag, shared: [(name: String, text: String)]
  ) -> WebSide.GA4Tag {
    let name = tag.text("eventName") ?? ""
    return WebSide.GA4Tag(
      tag: tag, events: name.contains("{{") ? eventNames(of: tag) : [name],
      parameters: settings(of: tag) + shared,
      sendsEcommerce: tag.text("sendEcommerceData") == "true",
      sendsUserData: tag.text("userDataVariable") != nil)
  }

  fileprivate func pixelTag(
    _ tag: Tag, _ vocabulary: ContractVocabulary
  ) -> WebSide.PixelTag? {
    let html = tag.text("html")
    let template = template(ofType: tag.type)
    let code = html ?? template?.code ?? ""
    let calls = PixelCall.all(in: code, vocabulary)
    guard let call = calls.first else { return nil }
    var fields = tag.parameters.compactMap { parameter in
      parameter.value.map { (key: parameter.key ?? "", text: $0) }
    }
    for table in tag.parameters where !table.list.isEmpty {
      for row in table.list {
        guard let key = row.map["name"]?.value, let text = row.map["value"]?.value else { continue }
        fields.append((key, text))
      }
    }
    let isHTML = html != nil
    let needsConsent = tag.consentSettings?.status
    let types = tag.consentSettings?.types?.list.compactMap(\.value) ?? []
    let consent: Set<String>? =
      needsConsent == .needed
      ? Set(types)
      : code.contains("isConsentGranted") ? ["ad_storage"] : needsConsent == .notNeeded ? [] : nil
    return WebSide.PixelTag(
      tag: tag, events: eventNames(of: tag),
      event: isHTML ? call.literalEvent : tag.text(vocabulary.eventKeys),
      eventID: isHTML ? call.eventID : tag.text(vocabulary.eventIDKeys),
      callWithoutID: calls.first { !$0.hasIDArgument }?.form,
      pixel: tag.text(vocabulary.pixelKeys), fields: fields, consent: consent)
  }
}
