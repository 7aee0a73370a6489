import TagwrightPlan

extension ResolvedDestination {
  /// Adds what the destination declares to what rules for any plan look at.
  func declare(in values: inout DeclaredValues) {
    let allowances = declaration.allowances
    values.add(allowances)
    values.add(declaration.consent)
    if case .none(let reason) = declaration.deduplication.kind {
      values.addReason(
        reason, for: "deduplication is left out", at: declaration.deduplication.place,
        mend: "say why nothing can be counted twice; it stands in the generated documentation")
    }
    let secrets = [declaration.accessToken] + self.secrets.map(\.secret)
    values.secrets += secrets.map { Declared($0, at: $0.place, allowances: allowances) }
    values.matchKeys += userData.map { used($0, allowances) }
    var shared: Set<Source> = []
    for event in events {
      let mapping = event.mapping
      let own = mapping.allowances + allowances
      values.add(mapping.allowances)
      values.eventNames.append(Declared(mapping.eventName, at: mapping.place, allowances: own))
      values.add(notes: mapping.notes, at: mapping.place)
      values.add(mapping.conditions, allowances: own)
      if let consent = mapping.consent { values.add(consent) }
      let kinds = Set(mapping.userData.map(\.kind))
      values.matchKeys += event.matchKeys.filter { kinds.contains($0.kind) }.map { used($0, own) }
      for member in event.members {
        for source in member.sources where !member.isShared || shared.insert(source).inserted {
          values.addField(source, allowances: member.isShared ? allowances : own)
        }
      }
    }
  }

  private func used(
    _ key: MatchKey, _ allowances: [Allowance]
  ) -> Declared<DeclaredValues.UsedKey> {
    let isHashed = profile.person.forms[key.kind]?.isHashed ?? false
    return Declared(.init(key: key, isHashed: isHashed), at: key.place, allowances: allowances)
  }
}
