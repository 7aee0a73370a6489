/// Which scalars differ in case only, by Unicode's simple folding.
enum CaseFolding {
  /// The scalar that stands for all that differ from this one in case only.
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 {
      return 0x41...0x5A ~= scalar ? scalar + 0x20 : scalar
    }
    // Dotless i becomes I in upper case, but is not i in another case.
    guard scalar != 0x131 else { return scalar }
    return lower(upper(scalar))
  }

  /// The scalar itself and those that differ from it in case only and can be found from it.
  static func variants(of scalar: UInt32) -> [UInt32] {
    if scalar < 0x80 { return asciiVariants(of: scalar) }
    let folded = fold(scalar)
    var variants = [scalar, folded]
    if folded != 0x131 { variants.append(upper(folded)) }
    if scalar != 0x131 { variants += [lower(scalar), upper(scalar)] }
    switch folded {
    case 0x6B: variants.append(0x212A)
    case 0x73: variants.append(0x17F)
    case 0xE5: variants.append(0x212B)
    case 0x3C3: variants.append(0x3C2)
    case 0x3C9: variants.append(0x2126)
    case 0x3BC: variants.append(0xB5)
    case 0xDF: variants.append(0x1E9E)
    default: break
    }
    return variants
  }

  private static func asciiVariants(of scalar: UInt32) -> [UInt32] {
    switch scalar | 0x20 {
    case 0x6B: [0x6B, 0x4B, 0x212A]
    case 0x73: [0x73, 0x53, 0x17F]
    case 0x61...0x7A: [scalar | 0x20, scalar & ~0x20]
    default: [scalar]
    }
  }

  private static func lower(_ scalar: UInt32) -> UInt32 {
    single(Unicode.Scalar(scalar)?.properties.lowercaseMapping) ?? scalar
  }

  private static func upper(_ scalar: UInt32) -> UInt32 {
    single(Unicode.Scalar(scalar)?.properties.uppercaseMapping) ?? scalar
  }

  private static func single(_ mapping: String?) -> UInt32? {
    guard let scalars = mapping?.unicodeScalars, scalars.count == 1 else { return nil }
    return scalars.first?.value
  }
}
