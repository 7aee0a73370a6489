import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One connection: reads a request and writes the reply in its manner. Somebody else closes it.
struct Connection {
  let descriptor: Int32
  /// How many bytes all connections have sent.
  let sent: Locked<Int>

  func serve(_ answer: (ReceivedRequest) -> Reply) {
    guard let request = read() else { return }
    let reply = answer(request)
    var head = "HTTP/1.1 \(reply.status) Whatever\r\nConnection: close\r\n"
    for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
    let length = "Content-Length: \(reply.body.count)\r\n\r\n"
    switch reply.manner {
    case .whole:
      send(head + length)
      send(reply.body)
    case .cut(let count):
      send(head + length)
      send(Array(reply.body.prefix(count)))
    case .reset(let count):
      send(head + length)
      send(Array(reply.body.prefix(count)))
      var reset = linger(l_onoff: 1, l_linger: 0)
      usleep(50_000)
      setsockopt(
        descriptor, SOL_SOCKET, SO_LINGER, &reset, socklen_t(MemoryLayout<linger>.size))
      return
    case .chunked, .chunkedCut:
      send(head + "Transfer-Encoding: chunked\r\n\r\n")
      for start in stride(from: 0, to: reply.body.count, by: 1000) {
        let part = Array(reply.body[start..<min(start + 1000, reply.body.count)])
        send(String(part.count, radix: 16) + "\r\n")
        send(part)
        send("\r\n")
      }
      if case .chunked = reply.manner { send("0\r\n\r\n") }
    case .untilClosed:
      send(head + "\r\n")
      send(reply.body)
    case .slow(let pause):
      send(head + length)
      for byte in reply.body {
        guard send([byte]) else { return }
        usleep(UInt32(pause * 1_000_000))
      }
    case .stuck:
      send(head + length)
      var byte: UInt8 = 0
      _ = recv(descriptor, &byte, 1, 0)
    case .endless:
      send(head + "\r\n")
      sendWithoutEnd(reply.body)
    case .endlessHead:
      send(head)
      sendWithoutEnd(reply.body)
    case .bare:
      send(reply.body)
    }
    shutdown(descriptor, Int32(SHUT_WR))
  }

  private func read() -> ReceivedRequest? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while bytes.count < 1 << 20 {
      if let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
          .components(separatedBy: "\r\n")
        let empty = ReceivedRequest(head: head, body: "")
        let length = Int(empty.headers["content-length"] ?? "0") ?? 0
        if bytes.count - end.upperBound >= length {
          let body = bytes[end.upperBound...].prefix(length)
          return ReceivedRequest(head: head, body: String(decoding: body, as: UTF8.self))
        }
      }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      // The beginning of a TLS handshake, which this server does not speak.
      if bytes[0] == 0x16 { return nil }
    }
    return nil
  }

  private func sendWithoutEnd(_ bytes: [UInt8]) {
    var length = 0
    while length < Reply.endlessLength, !bytes.isEmpty, send(bytes) { length += bytes.count }
  }

  private func send(_ text: String) { send(Array(text.utf8)) }

  @discardableResult
  private func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { part in
        #if canImport(Darwin)
          Darwin.send(descriptor, part.baseAddress, part.count, 0)
        #else
          Foundation.send(descriptor, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { return false }
      sent.change { $0 += count }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
