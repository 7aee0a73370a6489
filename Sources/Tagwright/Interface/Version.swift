extension Tool {
  /// The version of the product; a release's tag is this behind a `v`.
  package static let version = "0.1.0"
}
