extension TemplateSources {
  /// What is LinkedIn's own.
  package static let linkedIn: [TemplateSource] = [
    TemplateSource(name: "countryCode", code: PackageResources.countryCode_js),
    TemplateSource(name: "ipv4", code: PackageResources.ipv4_js),
    TemplateSource(name: "leadForm", code: PackageResources.leadForm_js),
    TemplateSource(name: "oneText", code: PackageResources.oneText_js),
    TemplateSource(name: "shortID", code: PackageResources.shortID_js),
  ]
}
