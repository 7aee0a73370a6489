/// The names of scenarios, as far as Tag Manager is known to take them.
///
/// It refuses to save or import a template whose scenario has `"` or `;` in its name; `:` and the other signs that are
/// missing here stand in no name of any published template.
package enum ScenarioName {
  private static let signs: Set<Unicode.Scalar> = [
    " ", "[", "]", "(", ")", ",", "-", "_", "'", "/", "=", "+", ">", "&", ".", "`",
  ]

  private static func isSuitable(_ scalar: Unicode.Scalar) -> Bool {
    signs.contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether Tag Manager takes a name.
  package static func isSuitable(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy(isSuitable)
  }

  /// The name with a `-` for each character that Tag Manager might refuse.
  package static func suitable(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { isSuitable($0) ? $0 : "-" }))
  }
}
