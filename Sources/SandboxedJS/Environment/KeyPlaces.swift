import JSONText

/// The places of a few dozen keys in a list, found by a hash of their first and last bytes: that of a dictionary takes
/// longer than most of what follows.
package struct KeyPlaces: Sendable {
  /// So many keys are noted; the place of a further one is not found.
  package static let most = 254

  /// By the hash, and from there on up to the first 0: a place and one more.
  private var slots: [UInt8]
  private let shift: UInt64

  /// Notes the keys of so many places; of a repeated key, the last place.
  package init(count: Int, key: (Int) -> String) {
    var bits: UInt64 = 4
    while 1 << bits < count * 4, bits < 10 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: 0, count: 1 << bits)
    for place in 0..<min(count, Self.most) {
      let own = key(place)
      var slot = slot(of: own)
      while slots[slot] != 0, !key(Int(slots[slot]) - 1).isExactly(own) {
        slot = self.slot(after: slot)
      }
      slots[slot] = UInt8(place + 1)
    }
  }

  /// The place of a key; `nil` where it is not among them.
  ///
  /// - Parameter keyAt: gives the key at a place.
  @inline(__always)
  package func place(of key: String, _ keyAt: (Int) -> String) -> Int? {
    var slot = slot(of: key)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if keyAt(place).isExactly(key) { return place }
      slot = self.slot(after: slot)
    }
    return nil
  }

  private func slot(after slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  private func slot(of key: String) -> Int {
    var key = key
    let hash = key.withUTF8 { bytes -> UInt64 in
      var hash = UInt64(truncatingIfNeeded: bytes.count)
      guard let start = UnsafeRawPointer(bytes.baseAddress) else { return hash }
      if bytes.count < 8 {
        for byte in bytes { hash = hash << 8 ^ hash >> 56 ^ UInt64(byte) }
      } else {
        let first = start.loadUnaligned(as: UInt64.self)
        let last = (start + bytes.count - 8).loadUnaligned(as: UInt64.self)
        hash ^= first ^ (last &* 0xC2B2_AE3D_27D4_EB4F)
      }
      return hash
    }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
