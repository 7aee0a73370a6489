extension TemplateSources {
  /// What is TikTok's own.
  package static let tikTok: [TemplateSource] = [
    TemplateSource(name: "contentType", code: PackageResources.contentType_js),
    TemplateSource(name: "contents", code: PackageResources.contents_js),
    TemplateSource(name: "currency", code: PackageResources.currency_js),
    TemplateSource(name: "device", code: PackageResources.device_js),
    TemplateSource(name: "items", code: PackageResources.items_js),
    TemplateSource(name: "log", code: PackageResources.log_js),
    TemplateSource(name: "send", code: PackageResources.send_js),
    TemplateSource(name: "total", code: PackageResources.total_js),
  ]
}
