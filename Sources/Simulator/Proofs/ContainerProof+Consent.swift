import SandboxedJS

/// The signals of a hit, each as the event data has it; `undefined` where the hit lacks it.
private struct ConsentSignals {
  var short = ScriptValue.undefined
  var long = ScriptValue.undefined
  /// The members that newer servers write beside the codes: the long one again, and states that
  /// follow from it.
  var serverCode = ScriptValue.undefined
  var states = ScriptValue.undefined
  var isUpdate = ScriptValue.undefined
  /// The consent states that other clients write.
  var otherStates = ScriptValue.undefined

  var members: [ScriptValue.Member] {
    [
      .init("x-ga-gcs", short), .init("x-ga-gcd", long), .init("consent_state", otherStates),
      .init(
        "x-sst-system_properties",
        states == .undefined && serverCode == .undefined
          ? .undefined
          : [
            "gcd": serverCode, "consent": ["consentGrantedState": states, "isUpdate": isUpdate],
          ]),
    ]
  }

  /// Every combination of granted, denied and missing, and codes that say it in other letters, alone and beside grants.
  static func all(_ types: [String]) -> [ConsentSignals] {
    func object(_ isGranted: (String) -> Bool) -> ScriptValue {
      .object(types.map { .init($0, .boolean(isGranted($0))) })
    }
    let granted = object { _ in true }
    // Where several types count, each is denied alone, too.
    let alone = types.count > 1 ? types.map { denied in object { $0 != denied } } : []
    let objects = [.undefined, granted, object { _ in false }] + alone
    var all: [ConsentSignals] = []
    for short in [.undefined, "G111", "G100"] as [ScriptValue] {
      for long in [.undefined, "13t3t3t3t5l1", "13p3p3p3p5l1"] as [ScriptValue] {
        for states in objects {
          all += objects.map {
            ConsentSignals(short: short, long: long, states: states, otherStates: $0)
          }
        }
      }
    }
    for short in ["G110", "G101", "G1--", "G1-0", ""] as [ScriptValue] {
      all.append(ConsentSignals(short: short))
      all.append(
        ConsentSignals(short: short, long: "13t3t3t3t5l1", states: granted, otherStates: granted))
    }
    for long in [
      "13r3r3r3r5l1", "13u3u3u3u5l1", "13l3l3l3l1l1", "13p3t3t3t5l1", "13t3p3p3p5l1", "13r3",
    ] as [ScriptValue] {
      all.append(ConsentSignals(long: long))
      all.append(
        ConsentSignals(short: "G111", long: long, states: granted, otherStates: granted))
    }
    // A server's states are all granted where the code says nothing, and then are no signal of their own.
    for code in [.undefined, "13l3l3l3l1l1", "13t3t3t3t5l1", "13p3p3p3p5l1"] as [ScriptValue] {
      for isUpdate in [false, true] as [ScriptValue] {
        all.append(ConsentSignals(long: code, states: granted, isUpdate: isUpdate))
        all.append(ConsentSignals(serverCode: code, states: granted, isUpdate: isUpdate))
      }
    }
    return all
  }
}

extension ContainerProof {
  /// Whatever the signals: where one of them denies what the plan asks for, nothing is sent and no cookie is set; where
  /// none says anything, it is as the plan says.
  mutating func proveConsent(_ event: ProvenEvent) throws(HitError) {
    for signals in ConsentSignals.all(consentTypes(of: event.name)) {
      try proveConsent(event, event.data().with(signals.members))
    }
  }

  private mutating func proveConsent(
    _ event: ProvenEvent, _ data: ScriptValue
  ) throws(HitError) {
    for tag in try tags(of: event, data)
    where !tag.effects.requests.isEmpty || !tag.effects.cookies.isEmpty {
      let policy = policy(tag.name, event.name)
      guard policy != nil || !waivesConsent(tag.name) else { continue }
      for type in policy?.consentTypes ?? ["ad_storage"] {
        switch ConsentState.of(type, data) {
        case true?: break
        case false?:
          add(
            .consent, event.name,
            "tag '\(tag.name)' sends or sets a cookie though '\(type)' is denied",
            fix:
              "gate it on '\(type)', in its template or its consent settings, or waive consent with a reason"
          )
        case nil where policy?.sendsWithoutSignal == false:
          add(
            .consent, event.name,
            "tag '\(tag.name)' sends or sets a cookie though nothing is said of '\(type)'",
            fix: "gate it on '\(type)', or say 'whenMissing: .granted'")
        case nil: break
        }
      }
    }
  }
}

extension ScriptValue {
  /// An object with other members; one that is `undefined` goes away.
  func with(_ changes: [Member]) -> ScriptValue {
    guard case .object(var members) = self else { return self }
    for change in changes {
      if change.value == .undefined {
        members.removeAll { $0.key == change.key }
      } else {
        members.set(change.key, change.value)
      }
    }
    return .object(members)
  }
}
