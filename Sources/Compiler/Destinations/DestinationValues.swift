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
    values.add(userData, allowances: allowances, profile)
    var shared: Set<Source> = []
    for event in events {
      let own = event.mapping.allowances + allowances
      values.add(event, allowances: own, profile)
      for member in event.members {
        for source in member.sources {
          guard member.isShared else {
            values.addField(source, allowances: own)
            continue
          }
          if shared.insert(source).inserted { values.addField(source, allowances: allowances) }
        }
      }
    }
  }
}

extension DeclaredValues {
  /// Adds what one line of an event map says beside its members.
  fileprivate mutating func add(
    _ event: ResolvedEvent, allowances: [Allowance], _ profile: DestinationProfile
  ) {
    let mapping = event.mapping
    add(mapping.allowances)
    eventNames.append(Declared(mapping.eventName, at: mapping.place, allowances: allowances))
    add(notes: mapping.notes, at: mapping.place)
    add(mapping.conditions, allowances: allowances)
    if let consent = mapping.consent { add(consent) }
    let kinds = Set(mapping.userData.map(\.kind))
    add(event.matchKeys.filter { kinds.contains($0.kind) }, allowances: allowances, profile)
  }

  fileprivate mutating func add(
    _ keys: [MatchKey], allowances: [Allowance], _ profile: DestinationProfile
  ) {
    matchKeys += keys.map { key in
      let isHashed = profile.person.forms[key.kind]?.isHashed ?? false
      return Declared(
        UsedKey(key: key, isHashed: isHashed), at: key.place, allowances: allowances)
    }
  }
}
