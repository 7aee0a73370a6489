extension Rule {
  /// Every rule: those of any container, then those of each destination.
  package static let all: [Rule] = general + compiledDestinations.flatMap { $0.rules }

  /// The rules of any container; each has a file in `Rules/`.
  static let general: [Rule] = [
    .badPattern, .bracesInName, .brokenTemplate, .circularReference, .constantCondition,
    .constantTooLong, .containerSize, .cookieDomain, .cookieLifetime, .countryCode,
    .duplicateName, .duplicatePublicID, .emptyComparison, .emptyFirstOf, .emptyName, .emptyPlan,
    .emptyTable, .environmentName, .eventDataPath, .eventFilter, .eventName, .failedExample,
    .firstOfInVariable,
    .hashedSourceIntoHashingField, .hiddenField, .impossibleEventName, .longCookieLifetime,
    .longParameterName,
    .matchKeyWithoutSource, .measurementID, .missingClient, .missingField, .missingReason,
    .nestedFolder, .notANumber, .plainSourceAsDigest, .publicID, .referenceInConstant,
    .repeatedKey, .repeatedRow, .secretName, .sharedContainer, .spaceAroundName, .tagWithoutTrigger,
    .templateSize, .tokenLiteral, .triggerWithoutCondition, .underscoreParameter,
    .unknownChoice, .unknownDestination, .unknownField, .unknownTrigger, .unknownType,
    .unknownVariable, .unreadableTemplate, .unusedAllowance, .unusedTrigger, .webContainer,
    .webOperator,
    .wrongFieldValue, .wrongTemplateKind,
  ]

  /// The rule of an id.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}
