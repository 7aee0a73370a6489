/// Random numbers that are the same in every run (SplitMix64).
struct FuzzGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of one input.
  init(seed: UInt64, kind: String, number: Int) {
    state = seed
    for byte in kind.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = state &+ UInt64(number) &* 0xD134_2543_DE82_EF95
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below another, which is above 0.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something that happens once in so many times happens.
  mutating func isOnce(in count: Int) -> Bool { below(count) == 0 }

  /// One of a list; `nil` of an empty one.
  mutating func one<Element>(of list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }
}
