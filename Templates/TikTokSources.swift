extension TemplateSources {
  /// What is TikTok's own.
  package static let tikTok: [TemplateSource] = [
    TemplateSource(name: "contentType", code: PackageResources.contentType_js),
    TemplateSource(name: "device", code: PackageResources.device_js),
  ]
}
