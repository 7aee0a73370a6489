extension Meaning {
  /// A tag uses another access token.
  static let accessToken = Meaning(id: "access-token") { containers in
    containers.changedTags.compactMap { _, new, pair in
      let changes = SettingChanges.all(in: pair) { $0.contains("accesstoken") || $0 == "apikey" }
      guard let change = changes.first else { return nil }
      return Sign(
        .warning, new,
        "\(containers.subject(new, isNew: true)) uses another access token: "
          + SettingChanges.text(change))
    }
  }
}
