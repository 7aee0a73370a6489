extension TemplateSources {
  /// What is Pinterest's own.
  package static let pinterest: [TemplateSource] = [
    TemplateSource(name: "genderOrNone", code: PackageResources.genderOrNone_js),
    TemplateSource(name: "zip", code: PackageResources.zip_js),
  ]
}
