extension Rule {
  /// Every rule: those of any container, then those of each destination.
  package static let all: [Rule] = general + compiledDestinations.flatMap { $0.rules }

  /// The rules of any container; each has a file in `Rules/`.
  static let general: [Rule] = [
    .ambiguousMapping, .badPattern, .bracesInName, .brokenTemplate, .circularReference,
    .conditionAlternatives, .constantCondition, .constantEventID, .constantTooLong, .containerSize,
    .cookieDomain, .cookieLifetime, .countryCode, .digestOfAnotherForm, .duplicateName,
    .duplicatePublicID, .emptyComparison, .emptyEventMap, .emptyEventName, .emptyFirstOf,
    .emptyName, .emptyPlan, .emptyTable, .endingAPIVersion, .environmentName, .eventDataPath,
    .eventFilter, .eventIDRequired, .eventName,
    .eventsThatOccurTogether, .failedExample, .firstOfInVariable, .foreignPath, .formSubmitAsLead,
    .hashedSourceIntoHashingField, .hiddenField, .impossibleEventName, .invalidValue,
    .legacyEventName, .longCookieLifetime, .longParameterName, .matchKeyNotTaken,
    .matchKeyWithoutSource, .measurementID, .missingClient, .missingContents, .missingCurrency,
    .missingEventID, .missingField, .missingMatchKey, .missingReason, .missingValue, .misspeltEvent,
    .nestedFolder, .notANumber, .numericID,
    .personalDataAsProperty, .plainSourceAsDigest, .publicID, .rawMember,
    .referenceInConstant, .repeatedKey, .repeatedRow, .reusedEventID, .samePixelTwice, .secretName,
    .serverOnlyCondition, .severalPurchaseEvents, .sharedAccessToken, .sharedContainer,
    .spaceAroundName, .standardEventAsCustom, .tagWithoutTrigger, .templateSize,
    .testCodeInProduction, .tokenLiteral, .transactionIDAsEventID, .triggerWithoutCondition,
    .underscoreParameter, .unknownChoice, .unknownCurrency, .unknownDestination, .unknownField,
    .unknownTrigger, .unknownType, .unknownVariable, .unlistedCurrency, .unreadableTemplate,
    .unsentPart, .unsupportedPixel, .unusedAllowance, .unusedTrigger, .webContainer, .webOperator,
    .wrongFieldValue, .wrongTemplateKind,
  ]

  /// The rule of an id.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}
