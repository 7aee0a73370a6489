import Foundation

/// A port of the loopback interface that is taken, so nobody else gets it, but answers nobody.
package final class UnansweredPort: Sendable {
  package let number: Int
  private let descriptor: Int32

  package init() throws {
    let descriptor = socket(AF_INET, LoopbackServer.stream, 0)
    self.descriptor = descriptor
    var address = LoopbackServer.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
      }
    }
    number = Int(UInt16(bigEndian: address.sin_port))
    guard bound else { throw LoopbackServer.NoServer() }
  }

  deinit { close(descriptor) }
}
