/// Message authentication with SHA-256 (RFC 2104), what `hmacSha256` gives.
package enum HMACSHA256 {
  /// The 32 bytes that authenticate a message under a key of any length.
  package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
    let shortened = key.count > SHA256.blockLength ? SHA256.digest(of: key) : key
    let block = shortened + [UInt8](repeating: 0, count: SHA256.blockLength - shortened.count)
    var inner = SHA256()
    inner.update(block.map { $0 ^ 0x36 })
    inner.update(message)
    var outer = SHA256()
    outer.update(block.map { $0 ^ 0x5c })
    outer.update(inner.digest())
    return outer.digest()
  }
}
