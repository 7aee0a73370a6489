extension TemplateSources {
  /// What is Meta's own.
  package static let meta: [TemplateSource] = [
    TemplateSource(name: "appDevice", code: PackageResources.appDevice_js),
    TemplateSource(name: "capitals", code: PackageResources.capitals_js),
    TemplateSource(name: "composite", code: PackageResources.composite_js),
    TemplateSource(name: "fbc", code: PackageResources.fbc_js),
    TemplateSource(name: "identified", code: PackageResources.identified_js),
    TemplateSource(name: "leadID", code: PackageResources.leadID_js),
    TemplateSource(name: "limited", code: PackageResources.limited_js),
    TemplateSource(name: "nation", code: PackageResources.nation_js),
    TemplateSource(name: "postcode", code: PackageResources.postcode_js),
    TemplateSource(name: "priced", code: PackageResources.priced_js),
    TemplateSource(name: "reference", code: PackageResources.reference_js),
    TemplateSource(name: "region", code: PackageResources.region_js),
    TemplateSource(name: "trackSingle", code: PackageResources.trackSingle_js),
    TemplateSource(name: "whole", code: PackageResources.whole_js),
  ]
}

extension TemplateSources {
  /// The code of its pixel's tag, where the pixel is on the page and where the tag loads it.
  package static let fbqInstalled = TemplateSource(
    name: "fbqInstalled", code: PackageResources.fbqInstalled_js)
  package static let fbqGenerated = TemplateSource(
    name: "fbqGenerated", code: PackageResources.fbqGenerated_js)
}
