import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A small HTTP server on the loopback interface: a thread per connection, one request per connection.
///
/// Its threads and connections end with it, whatever they are doing.
package final class LoopbackServer: Sendable {
  package let port: Int
  private let connections = OpenConnections()
  private let log = Locked<[ReceivedRequest]>([])
  private let sent = Locked(0)

  /// What was asked so far, in order.
  package var requests: [ReceivedRequest] { log.value }
  /// How many bytes the clients took.
  package var bytesSent: Int { sent.value }
  package var url: String { "http://127.0.0.1:\(port)" }

  package init(_ answer: @escaping @Sendable (ReceivedRequest) -> Reply) throws {
    let listening = socket(AF_INET, Self.stream, 0)
    _ = fcntl(listening, F_SETFD, FD_CLOEXEC)
    var address = Self.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listening, generic, length) == 0 && listen(listening, 64) == 0
          && getsockname(listening, generic, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard bound else {
      close(listening)
      throw NoServer()
    }
    let (log, sent, connections) = (log, sent, connections)
    connections.startThread {
      while true {
        let descriptor = accept(listening, nil, nil)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Only this thread closes the socket: its number may soon be another server's.
        guard descriptor >= 0, connections.open(descriptor) else {
          close(descriptor)
          close(listening)
          return
        }
        #if canImport(Darwin)
          var yes: Int32 = 1
          setsockopt(
            descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
        connections.startThread {
          Connection(descriptor: descriptor, sent: sent).serve { request in
            log.change { $0.append(request) }
            return answer(request)
          }
          connections.close(descriptor)
        }
      }
    }
  }

  deinit {
    connections.end()
    // One last connection wakes the thread that waits for one.
    let last = socket(AF_INET, Self.stream, 0)
    var address = Self.address(port: UInt16(truncatingIfNeeded: port))
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = connect(last, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    close(last)
    connections.waitForThreads()
  }

  static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
  }

  struct NoServer: Error {}

  #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    static let stream = SOCK_STREAM
  #endif
}

/// The connections of a server and the threads that serve them.
private final class OpenConnections: Sendable {
  private struct State {
    var descriptors: Set<Int32> = []
    var isOver = false
  }

  private let state = Locked(State())
  private let threads = DispatchGroup()

  func startThread(_ body: @escaping @Sendable () -> Void) {
    threads.enter()
    let threads = threads
    Thread.detachNewThread {
      body()
      threads.leave()
    }
  }

  /// Takes a connection; false once the server is over.
  func open(_ descriptor: Int32) -> Bool {
    state.change { state in
      guard !state.isOver else { return false }
      state.descriptors.insert(descriptor)
      return true
    }
  }

  func close(_ descriptor: Int32) {
    state.change { state in
      state.descriptors.remove(descriptor)
      _ = Foundation.close(descriptor)
    }
  }

  /// Cuts every connection, so that nobody sends or waits any longer, and takes none from now on.
  func end() {
    state.change { state in
      state.isOver = true
      for descriptor in state.descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  func waitForThreads() { threads.wait() }
}
