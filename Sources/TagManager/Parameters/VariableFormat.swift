/// The changes made to the value of a variable before it is used.
package struct VariableFormat: JSONMapped {
  /// To lower or upper case.
  package var caseConversion: CaseConversion?
  /// The replacement for `null`.
  package var nullReplacement: Parameter?
  /// The replacement for `undefined`.
  package var undefinedReplacement: Parameter?
  /// The replacement for `true`.
  package var trueReplacement: Parameter?
  /// The replacement for `false`.
  package var falseReplacement: Parameter?
  /// Makes a number of a text, with this decimal separator.
  package var decimalSeparator: DecimalSeparator?
  /// Whether `0` and `1` become truth values.
  package var convertsToBoolean: Bool?
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a format.
  package init(
    caseConversion: CaseConversion? = nil, nullReplacement: Parameter? = nil,
    undefinedReplacement: Parameter? = nil, trueReplacement: Parameter? = nil,
    falseReplacement: Parameter? = nil, decimalSeparator: DecimalSeparator? = nil,
    convertsToBoolean: Bool? = nil
  ) {
    self.caseConversion = caseConversion
    self.nullReplacement = nullReplacement
    self.undefinedReplacement = undefinedReplacement
    self.trueReplacement = trueReplacement
    self.falseReplacement = falseReplacement
    self.decimalSeparator = decimalSeparator
    self.convertsToBoolean = convertsToBoolean
  }
}

extension VariableFormat {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.word("caseConversionType", &caseConversion)
    try members.object("convertNullToValue", &nullReplacement)
    try members.object("convertUndefinedToValue", &undefinedReplacement)
    try members.object("convertTrueToValue", &trueReplacement)
    try members.object("convertFalseToValue", &falseReplacement)
    try members.word("convertToNumber", &decimalSeparator)
    try members.boolean("convertToBoolean", &convertsToBoolean)
  }
}
