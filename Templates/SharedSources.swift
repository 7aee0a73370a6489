extension TemplateSources {
  /// What every destination may use.
  package static let shared: [TemplateSource] = [
    TemplateSource(name: "address", code: PackageResources.address_js),
    TemplateSource(name: "consent", code: PackageResources.consent_js),
    TemplateSource(name: "contentType", code: PackageResources.contentType_js),
    TemplateSource(name: "decimal", code: PackageResources.decimal_js),
    TemplateSource(name: "email", code: PackageResources.email_js),
    TemplateSource(name: "filled", code: PackageResources.filled_js),
    TemplateSource(name: "first", code: PackageResources.first_js),
    TemplateSource(name: "hash", code: PackageResources.hash_js),
    TemplateSource(name: "id", code: PackageResources.id_js),
    TemplateSource(name: "identifier", code: PackageResources.identifier_js),
    TemplateSource(name: "impersonal", code: PackageResources.impersonal_js),
    TemplateSource(name: "integer", code: PackageResources.integer_js),
    TemplateSource(name: "items", code: PackageResources.items_js),
    TemplateSource(name: "lacking", code: PackageResources.lacking_js),
    TemplateSource(name: "lasting", code: PackageResources.lasting_js),
    TemplateSource(name: "letters", code: PackageResources.letters_js),
    TemplateSource(name: "list", code: PackageResources.list_js),
    TemplateSource(name: "lookup", code: PackageResources.lookup_js),
    TemplateSource(name: "lookupRegex", code: PackageResources.lookupRegex_js),
    TemplateSource(name: "many", code: PackageResources.many_js),
    TemplateSource(name: "missing", code: PackageResources.missing_js),
    TemplateSource(name: "note", code: PackageResources.note_js),
    TemplateSource(name: "number", code: PackageResources.number_js),
    TemplateSource(name: "numerals", code: PackageResources.numerals_js),
    TemplateSource(name: "pageParameter", code: PackageResources.pageParameter_js),
    TemplateSource(name: "pair", code: PackageResources.pair_js),
    TemplateSource(name: "parse", code: PackageResources.parse_js),
    TemplateSource(name: "personal", code: PackageResources.personal_js),
    TemplateSource(name: "phone", code: PackageResources.phone_js),
    TemplateSource(name: "plain", code: PackageResources.plain_js),
    TemplateSource(name: "put", code: PackageResources.put_js),
    TemplateSource(name: "quit", code: PackageResources.quit_js),
    TemplateSource(name: "secret", code: PackageResources.secret_js),
    TemplateSource(name: "shown", code: PackageResources.shown_js),
    TemplateSource(name: "silent", code: PackageResources.silent_js),
    TemplateSource(name: "spaced", code: PackageResources.spaced_js),
    TemplateSource(name: "squeeze", code: PackageResources.squeeze_js),
    TemplateSource(name: "text", code: PackageResources.text_js),
    TemplateSource(name: "texts", code: PackageResources.texts_js),
    TemplateSource(name: "truth", code: PackageResources.truth_js),
    TemplateSource(name: "urlParameter", code: PackageResources.urlParameter_js),
    TemplateSource(name: "webAddress", code: PackageResources.webAddress_js),
  ]
}

extension TemplateSources {
  /// The same with places, written in capitals, for names and lists of a destination.
  package static let parametric: [TemplateSource] = [
    TemplateSource(name: "contents", code: PackageResources.contents_js),
    TemplateSource(name: "currency", code: PackageResources.currency_js),
    TemplateSource(name: "log", code: PackageResources.log_js),
    TemplateSource(name: "send", code: PackageResources.send_js),
    TemplateSource(name: "total", code: PackageResources.total_js),
  ]
}
