import TagManager

/// The ways to compare a member of an entity; one without a rule is compared as it stands.
indirect enum MemberRule: Sendable {
  /// Not at all: an id, or what Tag Manager alone counts up.
  case dropped
  /// A word of an enumeration, which the two forms spell differently; absent means the default.
  case word(default: String)
  /// The type of an entity, which can be a template's.
  case type
  /// Types of entities.
  case types
  /// Ids of triggers, in any order.
  case triggers
  /// The id of a folder.
  case folder
  /// The name of a tag.
  case tagName
  /// A parameter without a key.
  case parameter
  /// Parameters with keys, in any order.
  case parameters
  /// Conditions, all of which hold.
  case conditions
  /// An object with rules of its own.
  case object([String: MemberRule])
  /// A list of them.
  case objects([String: MemberRule])
}

extension EntityKind {
  /// The rules of this kind's members, by name.
  ///
  /// Source: the schemas of the Tag Manager API v2, discovery document of 2026-08-26.
  var rules: [String: MemberRule] { Self.allRules[self] ?? [:] }

  private static let allRules: [EntityKind: [String: MemberRule]] = {
    var rules: [EntityKind: [String: MemberRule]] = [:]
    for kind in EntityKind.allCases {
      rules[kind] = common.merging(kind.ownRules) { $1 }
      if kind.nameMember == "name" { rules[kind]?["name"] = .dropped }
      rules[kind]?[kind == .customTemplate ? "templateId" : "\(kind.rawValue)Id"] = .dropped
    }
    return rules
  }()

  private static let common: [String: MemberRule] = [
    "path": .dropped, "accountId": .dropped, "containerId": .dropped, "workspaceId": .dropped,
    "fingerprint": .dropped, "tagManagerUrl": .dropped, "parentFolderId": .folder,
    "parameter": .parameters, "type": .type,
  ]

  private var ownRules: [String: MemberRule] {
    switch self {
    case .tag: Self.tagRules
    case .trigger: Self.triggerRules
    case .builtInVariable: ["type": .word(default: "")]
    case .variable:
      ["enablingTriggerId": .triggers, "disablingTriggerId": .triggers, "formatValue": Self.format]
    // The whole text is compared section by section.
    case .customTemplate:
      ["templateData": .dropped, "galleryReference": .object(["signature": .dropped])]
    case .zone:
      [
        "boundary": .object([
          "condition": .conditions, "customEvaluationTriggerId": .triggers,
        ]),
        "childContainer": .objects([:]), "typeRestriction": .object(["whitelistedTypeId": .types]),
      ]
    default: [:]
    }
  }

  private static let tagRules: [String: MemberRule] = [
    "priority": .parameter, "firingTriggerId": .triggers, "blockingTriggerId": .triggers,
    "setupTag": .objects(["tagName": .tagName]), "teardownTag": .objects(["tagName": .tagName]),
    "tagFiringOption": .word(default: "ONCE_PER_EVENT"), "monitoringMetadata": .parameter,
    "consentSettings": .object([
      "consentStatus": .word(default: "NOT_SET"), "consentType": .parameter,
    ]),
  ]

  private static let triggerRules: [String: MemberRule] = {
    var rules: [String: MemberRule] = [
      "type": .word(default: ""), "customEventFilter": .conditions, "filter": .conditions,
      "autoEventFilter": .conditions, "uniqueTriggerId": .dropped,
    ]
    for member in [
      "waitForTags", "checkValidation", "waitForTagsTimeout", "eventName", "interval", "limit",
      "selector", "intervalSeconds", "maxTimerLengthSeconds", "verticalScrollPercentageList",
      "horizontalScrollPercentageList", "visibilitySelector", "visiblePercentageMin",
      "visiblePercentageMax", "continuousTimeMinMilliseconds", "totalTimeMinMilliseconds",
    ] {
      rules[member] = .parameter
    }
    return rules
  }()

  private static let format: MemberRule = .object([
    "caseConversionType": .word(default: "NONE"), "convertNullToValue": .parameter,
    "convertUndefinedToValue": .parameter, "convertTrueToValue": .parameter,
    "convertFalseToValue": .parameter,
    "convertToNumber": .word(default: "DECIMAL_SEPARATOR_TYPE_UNSPECIFIED"),
  ])
}
