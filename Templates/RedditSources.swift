extension TemplateSources {
  /// What is Reddit's own.
  package static let reddit: [TemplateSource] = [
    TemplateSource(name: "dimensions", code: PackageResources.dimensions_js),
    TemplateSource(name: "mailbox", code: PackageResources.mailbox_js),
  ]
}
