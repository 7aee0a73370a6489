extension RegularExpression {
  /// The text with the first match, or all of them, replaced as `String.replace` does it.
  ///
  /// - Parameter template: what replaces a match; `$&` is the match, `$1` to `$99` and `$<name>` are
  ///   groups, ``$` `` and `$'` what is before and behind it, `$$` is a dollar sign.
  package func replacing(in text: String, with template: String, all: Bool) -> String {
    let found = all ? matches(in: text) : firstMatch(in: text).map { [$0] } ?? []
    let bytes = Array(text.utf8)
    let template = Array(template.utf8)
    var replaced: [UInt8] = []
    var end = 0
    for match in found {
      replaced += bytes[end..<match.range.lowerBound]
      append(template, for: match, in: bytes, to: &replaced)
      end = match.range.upperBound
    }
    replaced += bytes[end...]
    return String(decoding: replaced, as: UTF8.self)
  }

  /// Returns the replacement that a template gives for one match (ECMA-262, GetSubstitution).
  package func substitution(_ template: String, for match: Match, in text: String) -> String {
    var replaced: [UInt8] = []
    append(Array(template.utf8), for: match, in: Array(text.utf8), to: &replaced)
    return String(decoding: replaced, as: UTF8.self)
  }

  private func append(
    _ template: [UInt8], for match: Match, in text: [UInt8], to replaced: inout [UInt8]
  ) {
    var index = 0
    while index < template.count {
      guard template[index] == UInt8(ascii: "$"), index + 1 < template.count else {
        replaced.append(template[index])
        index += 1
        continue
      }
      switch template[index + 1] {
      case UInt8(ascii: "$"): replaced.append(UInt8(ascii: "$"))
      case UInt8(ascii: "&"): replaced += text[match.range]
      case UInt8(ascii: "`"): replaced += text[..<match.range.lowerBound]
      case UInt8(ascii: "'"): replaced += text[match.range.upperBound...]
      default:
        guard let group = group(in: template, at: index + 1) else {
          replaced.append(template[index])
          index += 1
          continue
        }
        if let range = group.number.flatMap({ match.ranges[$0] }) { replaced += text[range] }
        index = group.end
        continue
      }
      index += 2
    }
  }

  /// The group that stands in a template after a `$`: no number where a name is not known.
  private func group(in template: [UInt8], at index: Int) -> (number: Int?, end: Int)? {
    func digit(_ index: Int) -> Int? {
      guard index < template.count else { return nil }
      let digit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= template[index]
      return digit ? Int(template[index] - UInt8(ascii: "0")) : nil
    }
    if let first = digit(index) {
      let both = digit(index + 1).map { first * 10 + $0 }
      if let both, both >= 1, both <= groupCount { return (both, index + 2) }
      return first >= 1 && first <= groupCount ? (first, index + 1) : nil
    }
    guard template[index] == UInt8(ascii: "<"), groupNames.contains(where: { $0 != nil }),
      let end = template[index...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = String(decoding: template[(index + 1)..<end], as: UTF8.self)
    return (groupNames.firstIndex { $0 == name }.map { $0 + 1 }, end + 1)
  }
}
