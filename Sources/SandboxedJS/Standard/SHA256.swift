/// The SHA-256 digest of a message, taken in one piece or in several (FIPS 180-4, section 6.2).
package struct SHA256: Sendable {
  /// The number of bytes in a digest.
  package static let digestLength = 32
  /// The number of bytes that are compressed at a time.
  package static let blockLength = 64

  private var state = SHA256State()
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Starts with the empty message.
  package init() {}

  /// Appends bytes to the message.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { update($0) }
  }

  /// Appends the UTF-8 form of a text to the message.
  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update($0) }
  }

  /// Appends bytes to the message.
  package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(Self.blockLength - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == Self.blockLength else { return }
      pending.withUnsafeBufferPointer { state.compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~(Self.blockLength - 1)
    state.compress(UnsafeBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// The 32 bytes of the digest of all that was appended.
  package func digest() -> [UInt8] {
    var last = pending
    last.reserveCapacity(2 * Self.blockLength)
    last.append(0x80)
    let padded = last.count <= Self.blockLength - 8 ? Self.blockLength : 2 * Self.blockLength
    while last.count < padded - 8 { last.append(0) }
    let bits = length &<< 3
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      last.append(UInt8(truncatingIfNeeded: bits &>> shift))
    }
    var final = state
    last.withUnsafeBufferPointer { final.compress($0) }
    return final.bytes
  }

  /// The 32 bytes of the digest of a text's UTF-8 form.
  package static func digest(of text: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(text)
    return hash.digest()
  }

  /// The 32 bytes of the digest of bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }
}

/// The eight working words of SHA-256, and the function that mixes blocks into them.
private struct SHA256State: Sendable {
  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  /// The words, most significant byte first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(SHA256.digestLength)
    for word in [a, b, c, d, e, f, g, h] {
      bytes.append(UInt8(truncatingIfNeeded: word &>> 24))
      bytes.append(UInt8(truncatingIfNeeded: word &>> 16))
      bytes.append(UInt8(truncatingIfNeeded: word &>> 8))
      bytes.append(UInt8(truncatingIfNeeded: word))
    }
    return bytes
  }

  /// Mixes in whole blocks; the count is a multiple of 64.
  mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    // The state lives in local variables, and eight rounds stand in a row, so that nothing is moved.
    sha256Constants.withUnsafeBufferPointer { constants in
      guard let k = constants.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        guard let w = schedule.baseAddress else { return }
        var block = UnsafeRawPointer(start)
        var blocks = bytes.count / SHA256.blockLength
        while blocks > 0 {
          expand(block, into: w)
          mix(w, k)
          block += SHA256.blockLength
          blocks &-= 1
        }
      }
    }
  }

  @inline(__always)
  private func expand(_ block: UnsafeRawPointer, into w: UnsafeMutablePointer<UInt32>) {
    var index = 0
    while index < 16 {
      w[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      index &+= 1
    }
    while index < 64 {
      let (x, y) = (w[index &- 15], w[index &- 2])
      let s0 = (x &>> 7 | x &<< 25) ^ (x &>> 18 | x &<< 14) ^ x &>> 3
      let s1 = (y &>> 17 | y &<< 15) ^ (y &>> 19 | y &<< 13) ^ y &>> 10
      w[index] = w[index &- 16] &+ s0 &+ w[index &- 7] &+ s1
      index &+= 1
    }
  }

  @inline(__always)
  private mutating func mix(_ w: UnsafePointer<UInt32>, _ k: UnsafePointer<UInt32>) {
    var (a, b, c, d, e, f, g, h) = (a, b, c, d, e, f, g, h)
    var i = 0
    while i < 64 {
      round(a, b, c, &d, e, f, g, &h, w[i] &+ k[i])
      round(h, a, b, &c, d, e, f, &g, w[i &+ 1] &+ k[i &+ 1])
      round(g, h, a, &b, c, d, e, &f, w[i &+ 2] &+ k[i &+ 2])
      round(f, g, h, &a, b, c, d, &e, w[i &+ 3] &+ k[i &+ 3])
      round(e, f, g, &h, a, b, c, &d, w[i &+ 4] &+ k[i &+ 4])
      round(d, e, f, &g, h, a, b, &c, w[i &+ 5] &+ k[i &+ 5])
      round(c, d, e, &f, g, h, a, &b, w[i &+ 6] &+ k[i &+ 6])
      round(b, c, d, &e, f, g, h, &a, w[i &+ 7] &+ k[i &+ 7])
      i &+= 8
    }
    self.a &+= a
    self.b &+= b
    self.c &+= c
    self.d &+= d
    self.e &+= e
    self.f &+= f
    self.g &+= g
    self.h &+= h
  }

  @inline(__always)
  private func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let s1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let choice = g ^ (e & (f ^ g))
    let first = h &+ s1 &+ choice &+ input
    let s0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    let majority = (a & b) ^ (c & (a ^ b))
    d &+= first
    h = first &+ s0 &+ majority
  }
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let sha256Constants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
  0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
  0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
  0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
  0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
