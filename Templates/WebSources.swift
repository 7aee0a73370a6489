extension TemplateSources {
  /// What web templates use.
  package static let web: [TemplateSource] = [
    TemplateSource(name: "consentedValue", code: PackageResources.consentedValue_js),
    TemplateSource(name: "eventID", code: PackageResources.eventID_js),
    TemplateSource(name: "keep", code: PackageResources.keep_js),
    TemplateSource(name: "pixelPerson", code: PackageResources.pixelPerson_js),
    TemplateSource(name: "pixelProperties", code: PackageResources.pixelProperties_js),
    TemplateSource(name: "renamed", code: PackageResources.renamed_js),
    TemplateSource(name: "sentValue", code: PackageResources.sentValue_js),
    TemplateSource(name: "without", code: PackageResources.without_js),
  ]
}

extension TemplateSources {
  /// The code of the tag of a pixel that queues calls, where the pixel is on the page and where the tag loads it.
  package static let queuedInstalled = TemplateSource(
    name: "queuedInstalled", code: PackageResources.queuedInstalled_js)
  package static let queuedGenerated = TemplateSource(
    name: "queuedGenerated", code: PackageResources.queuedGenerated_js)
}
