import CustomTemplate
import TagManager
import TagwrightPlan

extension ResolvedDestination {
  /// Adds the destination's pixel to a web container that has pixels.
  func lowerPixel(
    _ web: ResolvedWebContainer, into builder: inout DraftBuilder, folder: String?
  ) {
    guard !events.isEmpty,
      let template = PixelTemplate(self, origin: web.declaration.pixel.origin)
    else { return }
    let folder = folder ?? name
    if !builder.draft.folders.contains(where: { $0.name == folder }) {
      builder.add(FolderDraft(name: folder, notes: builder.notes(on: folderPurpose)), at: place)
    }
    let templateName = PixelTemplate.name(of: name)
    let text = template.template(named: templateName, notes: builder.notes()).text
    builder.share(
      TemplateDraft(
        name: templateName, text: TemplateText(text),
        fileName: FileStem.words(of: "web \(name) pixel")), at: place)
    let variable = builder.constant(
      "\(name) \(template.account.variable)", pixel, purpose: profile.accountPurpose,
      folder: folder,
      at: place)
    var names: Set<String> = []
    let sent = Dictionary(web.events.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for event in events {
      let tagName = event.tagName + PixelTemplate.tagEnding
      guard names.insert(tagName).inserted, let called = template.form.name(of: event.payload),
        let browser = sent[event.eventName],
        let alternatives = try? web.carriedOver(event.mapping.conditions, in: browser),
        !alternatives.isEmpty
      else { continue }
      var parameters: [Parameter] = [
        .template(template.account.field, variable), .template("event", called),
      ]
      if let path = event.eventID?.eventDataPaths.first {
        parameters.append(
          .template("event_id", builder.reference(to: browser.origin(of: path), at: event.place)))
      }
      parameters += values(of: event, template) {
        builder.browserReference(to: $0, of: browser, in: web)
      }
      builder.add(
        TagDraft(
          name: tagName, type: .template(templateName), parameters: parameters,
          firing: builder.browserTriggers(
            for: browser, in: web, where: alternatives, tagName: tagName),
          consent: event.consent.ofBrowser, folder: folder,
          notes: builder.notes(event.mapping.notes, on: event.purpose)), at: event.place)
    }
  }

  /// The fields that the pixel's own code reads, then the rows of user data and of properties; a table without rows is
  /// left out.
  private func values(
    of event: ResolvedEvent, _ template: PixelTemplate, _ reference: (Source) -> String?
  ) -> [Parameter] {
    let fields = event.members.compactMap { member -> Parameter? in
      guard !template.isInstalled, let name = member.pixelField else { return nil }
      return member.sources.first.flatMap(reference).map { .template(name, $0) }
    }
    var person: [Parameter] = []
    var properties: [Parameter] = []
    for member in event.members {
      guard let row = member.pixel else { continue }
      if let key = member.key {
        guard template.people.contains(where: { $0.kind == key }) else { continue }
        person += member.sources.compactMap(reference).map {
          .map([.template("name", row.name), .template("value", $0)])
        }
      } else if template.form.takes(row) {
        properties += member.sources.compactMap(reference).map {
          .map([.template("name", row.name), .template("type", row.type), .template("value", $0)])
        }
      }
    }
    return fields
      + [("person", person), ("properties", properties)].filter { !$0.1.isEmpty }.map {
        .list($0.0, $0.1)
      }
  }
}

extension Consent {
  /// The consent that a tag in the browser waits for: what the server's tag asks of the hit.
  var ofBrowser: ConsentSettings {
    switch kind {
    case .required(let types, _): .needed(types.map(\.rawValue))
    case .waived: .notNeeded
    }
  }
}
