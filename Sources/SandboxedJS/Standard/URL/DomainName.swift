/// The ASCII form of a domain, as name servers know it.
///
/// Not the whole mapping of UTS #46: upper case becomes lower case, full-width forms become ASCII,
/// ideographic full stops become dots and invisible joiners vanish, which is what addresses in
/// shops and hits hold. There is no further compatibility mapping, no normalisation and no check of
/// right-to-left labels; what those would change or reject goes into punycode as it is.
enum DomainName {
  /// The ASCII form; `nil` where the text cannot be a domain.
  static func ascii(_ domain: String) -> String? {
    let lowercased = domain.lowercased()
    if domain.utf8.allSatisfy({ $0 < 0x80 }), !hasPunycode(lowercased) {
      return domain.isEmpty ? nil : lowercased
    }
    var labels: [String] = []
    for label in mapped(domain).split(separator: ".", omittingEmptySubsequences: false) {
      guard let ascii = asciiLabel(Array(label)) else { return nil }
      labels.append(ascii)
    }
    let joined = labels.joined(separator: ".")
    return joined.isEmpty ? nil : joined
  }

  private static func hasPunycode(_ domain: String) -> Bool {
    domain.utf8.contains(UInt8(ascii: "-"))
      && domain.split(separator: ".").contains { $0.hasPrefix("xn--") }
  }

  private static func asciiLabel(_ label: [Unicode.Scalar]) -> String? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: label)
    let ascii = String(text)
    guard label.allSatisfy(\.isASCII) else {
      guard isValid(label), !ascii.hasPrefix("xn--") else { return nil }
      return Punycode.encode(label).map { "xn--" + $0 }
    }
    guard ascii.hasPrefix("xn--") else { return ascii }
    guard let decoded = Punycode.decode(ascii.dropFirst(4)), !decoded.allSatisfy(\.isASCII),
      isValid(decoded), mapped(decoded) == decoded
    else { return nil }
    return ascii
  }

  private static func isValid(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first else { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.enumerated().allSatisfy { index, scalar in
      guard scalar != "\u{FFFD}" else { return false }
      // A joiner only means something after a virama; whether a letter around it joins is not known.
      if scalar == "\u{200D}" {
        return index > 0 && label[index - 1].properties.canonicalCombiningClass == .virama
      }
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .surrogate, .control, .lineSeparator, .paragraphSeparator,
        .spaceSeparator:
        return scalar.isASCII
      default: return true
      }
    }
  }

  private static func mapped(_ domain: String) -> [Unicode.Scalar] {
    mapped(Array(domain.unicodeScalars))
  }

  private static func mapped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.flatMap { scalar -> [Unicode.Scalar] in
      switch scalar.value {
      case 0x3002, 0xFF0E, 0xFF61: ["."]
      case 0x00AD, 0x200B, 0x2060, 0xFEFF, 0xFE00...0xFE0F: []
      case 0xFF01...0xFF5E:
        Unicode.Scalar(scalar.value - 0xFEE0).map {
          Array($0.properties.lowercaseMapping.unicodeScalars)
        }
          ?? []
      default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }
}
