import CustomTemplate
import TagManager
package import TagwrightPlan

extension TikTok {
  package func lowerPixel(
    _ origin: Pixel.Origin, into builder: inout DraftBuilder, folder: String?
  ) {
    guard !events.isEmpty else { return }
    let folder = folder ?? name
    if !builder.draft.folders.contains(where: { $0.name == folder }) {
      builder.add(FolderDraft(name: folder, notes: builder.notes()), at: place)
    }
    let template = TikTokPixelTemplate(self, origin: origin)
    let templateName = "\(name) Pixel"
    let text = template.template(named: templateName, notes: builder.notes()).text
    builder.share(
      TemplateDraft(
        name: templateName, text: TemplateText(text),
        fileName: FileStem.words(of: "web \(name) pixel")), at: place)
    let pixel = builder.constant("\(name) Pixel Code", pixelCode, folder: folder, at: place)
    var names: Set<String> = []
    for mapping in events {
      let tagName = "\(tagName(mapping)) pixel"
      guard names.insert(tagName).inserted else { continue }
      let event = browserEvent(mapping)
      var parameters: [Parameter] = [
        .template("pixel_code", pixel), .template("event", mapping.event.name),
      ]
      if let path = eventIDPath(of: mapping) {
        parameters.append(
          .template("event_id", builder.reference(to: event.origin(of: path), at: mapping.place)))
      }
      parameters += tables(of: mapping, event, &builder)
      builder.add(
        TagDraft(
          name: tagName, type: .template(templateName), parameters: parameters,
          firing: builder.browserTriggers(
            for: event, where: mapping.conditions, tagName: tagName),
          consent: (mapping.consent ?? consent).ofBrowser, folder: folder,
          notes: builder.notes(mapping.notes)), at: mapping.place)
    }
  }

  /// The rows of properties and of user data; a table without rows is left out.
  private func tables(
    of mapping: On<Event>, _ event: BrowserEvent, _ builder: inout DraftBuilder
  ) -> [Parameter] {
    var properties: [Parameter] = []
    func add(
      _ name: String, _ type: String, _ source: Source, _ builder: inout DraftBuilder
    ) {
      for candidate in source.candidates {
        guard let value = builder.browserReference(to: candidate, of: event) else { continue }
        properties.append(
          .map([
            .template("name", name), .template("type", type), .template("value", value),
          ]))
      }
    }
    let sent = mapping.event
    if let contents = sent.contents {
      add("content_type", "content_type", contents.type.source, &builder)
      add("contents", "contents", contents.source, &builder)
    }
    if let value = sent.value { add("value", "number", value, &builder) }
    if let currency = sent.currency { add("currency", "currency", currency, &builder) }
    for property in sent.properties {
      for name in property.names { add(name, property.type.rawValue, property.source, &builder) }
    }
    var person: [Parameter] = []
    for key in matchKeys(for: mapping) {
      guard let name = key.kind.pixelName else { continue }
      let digestName = key.kind == .externalID ? name : "sha256_\(name)"
      let sources =
        key.sources.map { (name, $0) } + key.hashed.map { (digestName, $0.source) }
      for (name, source) in sources {
        guard let value = builder.browserReference(to: source, of: event) else { continue }
        person.append(.map([.template("name", name), .template("value", value)]))
      }
    }
    return [("person", person), ("properties", properties)].filter { !$0.1.isEmpty }
      .map { .list($0.0, $0.1) }
  }
}

extension MatchKey.Kind {
  /// The name by which `ttq.identify` takes it; `nil` for what the pixel finds itself or does not take.
  fileprivate var pixelName: String? {
    switch self {
    case .email: "email"
    case .phone: "phone_number"
    case .externalID: "external_id"
    default: nil
    }
  }
}

extension Consent {
  /// The consent that the pixel's tag waits for: what the server's tag asks of the hit.
  fileprivate var ofBrowser: ConsentSettings {
    switch kind {
    case .required(let types, _): .needed(types.map(\.rawValue))
    case .waived: .notNeeded
    }
  }
}
