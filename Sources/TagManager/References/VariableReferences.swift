/// The references to variables, `{{Name}}`, in a text.
package enum VariableReferences {
  /// The names in the order in which they stand, with repetitions.
  ///
  /// A name has no braces; anything else between double braces is text.
  package static func names(in text: String) -> [String] { places(in: text).map(String.init) }

  /// The names, each as the part of the text where it stands, without its braces.
  package static func places(in text: String) -> [Substring] {
    var names: [Substring] = []
    let bytes = text.utf8
    /// The start of the name behind the last `{{`, while it is open.
    var start: String.Index?
    var previous: UInt8 = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let following = bytes.index(after: index)
      if byte == UInt8(ascii: "{") {
        start = previous == UInt8(ascii: "{") ? following : nil
      } else if byte == UInt8(ascii: "}") {
        if let begin = start, begin < index, following < bytes.endIndex,
          bytes[following] == UInt8(ascii: "}")
        {
          names.append(text[begin..<index])
        }
        start = nil
      }
      previous = byte
      index = following
    }
    return names
  }

  /// Returns the range of a reference in its text, its braces included.
  package static func range(_ name: Substring) -> Range<String.Index> {
    let bytes = name.base.utf8
    return bytes.index(name.startIndex, offsetBy: -2)..<bytes.index(name.endIndex, offsetBy: 2)
  }
}

extension Parameter {
  /// The variables that it refers to, at any depth, in order, with repetitions.
  package var variableNames: [String] {
    VariableReferences.names(in: value ?? "") + list.flatMap(\.variableNames)
      + map.flatMap(\.variableNames)
  }
}

extension Condition {
  /// The variables that it compares, in order, with repetitions.
  package var variableNames: [String] { parameters.flatMap(\.variableNames) }
}

extension Tag {
  /// The variables that it refers to, in order, with repetitions.
  package var variableNames: [String] {
    ([priority] + parameters + [monitoringMetadata]).flatMap { $0?.variableNames ?? [] }
  }
}

extension Trigger {
  /// The variables that it refers to, in order, with repetitions.
  package var variableNames: [String] {
    let settings = [
      waitForTags, checkValidation, waitForTagsTimeout, uniqueTriggerID, eventName, interval, limit,
      selector, intervalSeconds, maxTimerLengthSeconds, verticalScrollPercentageList,
      horizontalScrollPercentageList, visibilitySelector, visiblePercentageMin,
      visiblePercentageMax, continuousTimeMinMilliseconds, totalTimeMinMilliseconds,
    ]
    return (customEventFilters + filters + autoEventFilters).flatMap(\.variableNames)
      + (settings + parameters).flatMap { $0?.variableNames ?? [] }
  }
}

extension Variable {
  /// The variables that it refers to, in order, with repetitions.
  package var variableNames: [String] {
    let replacements = [
      format?.nullReplacement, format?.undefinedReplacement, format?.trueReplacement,
      format?.falseReplacement,
    ]
    return (parameters + replacements).flatMap { $0?.variableNames ?? [] }
  }
}

extension Client {
  /// The variables that it refers to, in order, with repetitions.
  package var variableNames: [String] { parameters.flatMap(\.variableNames) }
}

extension Transformation {
  /// The variables that it refers to, in order, with repetitions.
  package var variableNames: [String] { parameters.flatMap(\.variableNames) }
}
