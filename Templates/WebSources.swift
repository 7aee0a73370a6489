extension TemplateSources {
  /// What web templates use.
  package static let web: [TemplateSource] = [
    TemplateSource(name: "consentedValue", code: PackageResources.consentedValue_js),
    TemplateSource(name: "eventID", code: PackageResources.eventID_js),
    TemplateSource(name: "keep", code: PackageResources.keep_js),
    TemplateSource(name: "pixelPerson", code: PackageResources.pixelPerson_js),
    TemplateSource(name: "pixelProperties", code: PackageResources.pixelProperties_js),
    TemplateSource(name: "sentValue", code: PackageResources.sentValue_js),
    TemplateSource(name: "without", code: PackageResources.without_js),
  ]
}
