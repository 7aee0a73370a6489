/// The `type` of a tag, variable or client that a custom template makes: `cvt_…`.
package enum CustomTemplateType: Hashable, Sendable {
  /// By container and template, `cvt_188846981_12`: own templates, and those that came from the gallery
  /// before March 2025.
  case template(containerID: String, templateID: String)
  /// By the gallery's id, `cvt_5TP8W`.
  case gallery(templateID: String)

  /// Reads a type; `nil` where it is not a custom template's.
  package init?(_ type: String) {
    guard type.hasPrefix("cvt_") else { return nil }
    let parts = type.dropFirst(4).split(separator: "_", omittingEmptySubsequences: false)
    switch parts.count {
    case _ where parts.contains(""): return nil
    case 1: self = .gallery(templateID: String(parts[0]))
    case 2: self = .template(containerID: String(parts[0]), templateID: String(parts[1]))
    default: return nil
    }
  }

  /// The type as entities name it.
  package var text: String {
    switch self {
    case .template(let containerID, let templateID): "cvt_\(containerID)_\(templateID)"
    case .gallery(let templateID): "cvt_\(templateID)"
    }
  }
}

extension TemplateEntity {
  /// The types by which entities can name this template: by its id, and by the gallery's where it has one.
  package var entityTypes: [CustomTemplateType] {
    let own = CustomTemplateType.template(containerID: containerID ?? "", templateID: id)
    guard let gallery = galleryReference?.galleryTemplateID else { return [own] }
    return [own, .gallery(templateID: gallery)]
  }
}
