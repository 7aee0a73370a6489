/// Unicode's general categories, as `\p{L}` and `\pN` name them.
struct GeneralCategories: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The category of a scalar; surrogates have none here, for no text holds them.
  init(of scalar: UInt32) {
    let category = Unicode.Scalar(scalar)?.properties.generalCategory
    self = category.map { Self(rawValue: 1 << UInt32(Self.index(of: $0))) } ?? Self()
  }

  /// The categories of a name of one or two letters; `nil` where there is none such.
  init?(named name: String) {
    if name == "Any" {
      self = Self(rawValue: .max)
      return
    }
    let members = Self.names.indices.filter { Self.names[$0].hasPrefix(name) }
    // As RE2 has it, "C" is what is assigned as such, without what is not assigned at all.
    guard (1...2).contains(name.utf8.count), !members.isEmpty, name != "Cn" else { return nil }
    let assigned = members.filter { Self.names[$0] != "Cn" }
    self = Self(rawValue: assigned.reduce(0) { $0 | 1 << UInt32($1) })
  }

  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static func index(of category: Unicode.GeneralCategory) -> Int {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }
}
