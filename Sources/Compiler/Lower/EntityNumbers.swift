/// Ids that depend on an entity's kind and name alone, so that adding one changes no other.
///
/// They lie where Tag Manager's own counter does not reach and below its reserved ids (from 2147479553).
struct EntityNumbers {
  private static let range = 100_000_000..<1_000_000_000
  private var numbers: [String: Int] = [:]

  /// Numbers entities; of those that meet at one number, the first in the order of the keys has it, and the
  /// others move on to free ones.
  init(keys: [String]) {
    let keys = Set(keys).sorted()
    var taken: Set<Int> = []
    for key in keys where taken.insert(Self.number(of: key)).inserted {
      numbers[key] = Self.number(of: key)
    }
    for key in keys where numbers[key] == nil {
      var number = Self.number(of: key)
      while !taken.insert(number).inserted {
        number = number + 1 < Self.range.upperBound ? number + 1 : Self.range.lowerBound
      }
      numbers[key] = number
    }
  }

  private static func number(of key: String) -> Int {
    range.lowerBound + Int(StableHash.value(of: key) % UInt64(range.count))
  }

  /// The id of an entity, as decimal digits.
  subscript(key: String) -> String { numbers[key].map(String.init) ?? "0" }

  /// The key of an entity.
  static func key(_ kind: String, _ name: String) -> String { "\(kind)\u{0}\(name)" }
}
