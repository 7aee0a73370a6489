/// The kinds of templates, which decide what their code may do.
package enum TemplateKind: String, Hashable, Sendable, CaseIterable {
  /// Tells with `data.gtmOnSuccess` and `data.gtmOnFailure` how it ended.
  case tag
  /// Returns a value.
  case variable
  /// Claims a request and answers it.
  case client
}
