extension FuzzKind {
  /// Every kind.
  ///
  /// - Parameter folder: where inputs are kept.
  static func all(keptIn folder: String) -> [FuzzKind] {
    let site = SmallSite()
    return texts(folder) + templates(folder, site) + hits(folder, site) + containers(folder, site)
      + answers(folder)
  }
}
