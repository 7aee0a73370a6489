extension TemplateSources {
  /// What is TikTok's own.
  package static let tikTok: [TemplateSource] = [
    TemplateSource(name: "categories", code: PackageResources.categories_js),
    TemplateSource(name: "device", code: PackageResources.device_js),
  ]
}

extension TemplateSources {
  /// The code of its pixel's tag, where the pixel is on the page and where the tag loads it.
  package static let ttqInstalled = TemplateSource(
    name: "ttqInstalled", code: PackageResources.ttqInstalled_js)
  package static let ttqGenerated = TemplateSource(
    name: "ttqGenerated", code: PackageResources.ttqGenerated_js)
}
