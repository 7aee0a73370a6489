extension TemplateScenario {
  /// The signs that stand in names of published templates, beside letters and digits. Tag Manager refuses to save or
  /// import a template whose scenario has `"` or `;` in its name.
  private static let signs: Set<Unicode.Scalar> = [
    " ", "[", "]", "(", ")", ",", "-", "_", "'", "/", "=", "+", ">", "&", ".", "`",
  ]

  private static func isSuitable(_ scalar: Unicode.Scalar) -> Bool {
    signs.contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether Tag Manager is known to take a name like this one.
  package var hasSuitableName: Bool { name.unicodeScalars.allSatisfy(Self.isSuitable) }

  /// A name with a `-` for each character that Tag Manager might refuse.
  package static func suitableName(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { isSuitable($0) ? $0 : "-" }))
  }
}
