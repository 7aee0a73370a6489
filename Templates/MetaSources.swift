extension TemplateSources {
  /// What is Meta's own.
  package static let meta: [TemplateSource] = [
    TemplateSource(name: "composite", code: PackageResources.composite_js),
    TemplateSource(name: "fbc", code: PackageResources.fbc_js),
    TemplateSource(name: "identified", code: PackageResources.identified_js),
    TemplateSource(name: "limited", code: PackageResources.limited_js),
    TemplateSource(name: "nation", code: PackageResources.nation_js),
    TemplateSource(name: "postcode", code: PackageResources.postcode_js),
    TemplateSource(name: "reference", code: PackageResources.reference_js),
    TemplateSource(name: "region", code: PackageResources.region_js),
    TemplateSource(name: "whole", code: PackageResources.whole_js),
  ]
}
