/// Settings of tags that decide where events go and how they are told apart, by what their keys contain.
enum SettingChanges {
  /// The changes of such settings in a pair of tags.
  static func all(
    in pair: EntityPair, where isMeant: (String) -> Bool
  ) -> [Change] {
    pair.changes.filter { change in
      guard change.path.hasPrefix("parameter.") else { return false }
      let key = change.path.dropFirst("parameter.".count).lowercased().filter { $0 != "_" }
      return isMeant(key)
    }
  }

  /// `{{a}} → {{b}}`, as sentences have it.
  static func text(_ change: Change) -> String {
    let old = change.old.map { ValueText($0).shortened } ?? "nothing"
    let new = change.new.map { ValueText($0).shortened } ?? "nothing"
    return "\(old) → \(new)"
  }
}
