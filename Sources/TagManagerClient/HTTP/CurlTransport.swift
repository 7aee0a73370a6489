import CurlCalls

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Requests over the network, through libcurl; connections stay open for the next request.
package final class CurlTransport: Transport {
  private let library: CurlLibrary
  private let network: NetworkEnvironment
  private let handle: CurlLibrary.Handle

  /// Opens no connection yet.
  package init(network: NetworkEnvironment, library: CurlLibrary) throws(FetchFailure) {
    guard let handle = library.makeHandle() else { throw CurlLibrary.unusable("does not start") }
    self.library = library
    self.handle = handle
    self.network = network
  }

  deinit { library.cleanUp(handle) }

  package func send(
    _ request: HTTPRequest, timeout: Duration, limit: Int
  ) throws(TransportFailure) -> HTTPResponse {
    library.reset(handle)
    let answer = CurlAnswer(limit: limit)
    let context = Unmanaged.passUnretained(answer).toOpaque()
    var message = [CChar](repeating: 0, count: 256)
    var headers: UnsafeMutableRawPointer?
    // libcurl would wait for a go-ahead before it posts a long form.
    for (name, value) in request.headers.merging(["Expect": ""], uniquingKeysWith: { $1 }) {
      headers = library.append(headers, value.isEmpty ? "\(name):" : "\(name): \(value)")
    }
    defer { library.freeList(headers) }

    let code = message.withUnsafeMutableBufferPointer { buffer in
      set(request, timeout: timeout)
      set(CurlOption.headerList, headers)
      set(CurlOption.errorBuffer, buffer.baseAddress)
      set(CurlOption.writeData, context)
      set(CurlOption.headerData, context)
      curl_calls_set_receiver(
        library.setOption, handle, CurlOption.writeFunction, receiveBody)
      curl_calls_set_receiver(
        library.setOption, handle, CurlOption.headerFunction, receiveHeader)
      return withoutBrokenPipes { library.perform(handle) }
    }
    return try withExtendedLifetime(answer) { () throws(TransportFailure) -> HTTPResponse in
      if answer.isTooLong { throw .tooLong(limit: limit) }
      if answer.hasLongHead { throw .impossible("it sent a head without end") }
      guard code == 0 else {
        let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let words =
          text.isEmpty
          ? library.describe(code).map { String(cString: $0) } ?? ""
          : String(decoding: text, as: UTF8.self)
        var proxyStatus = 0
        _ = curl_calls_get_long(library.getInfo, handle, CurlInfo.proxyStatus, &proxyStatus)
        // A proxy that cannot be read is quoted, its password included.
        throw TransportFailure(
          curlCode: code, words: ServerText.shown(words, hiding: [network.proxy ?? ""]),
          proxyStatus: proxyStatus)
      }
      guard let response = answer.response else { throw .cut("no status") }
      return response
    }
  }

  private func set(_ request: HTTPRequest, timeout: Duration) {
    let milliseconds = max(1, timeout.wholeMilliseconds)
    set(CurlOption.url, request.endpoint.text)
    if let body = request.body ?? (request.method == .post ? "" : nil) {
      set(CurlOption.copiedBody, body)
    }
    if request.method == .put || request.method == .delete {
      set(CurlOption.method, request.method.rawValue)
    }
    set(CurlOption.timeLimit, milliseconds)
    set(CurlOption.connectTimeLimit, min(milliseconds, 20_000))
    set(CurlOption.noSignals, 1)
    // Everything that it can decompress; the limit counts what comes out.
    set(CurlOption.acceptEncoding, "")
    let (http, https, version12) = (1, 2, 6)
    set(CurlOption.protocols, request.endpoint.isSecure ? https : http)
    set(CurlOption.leastTLS, version12)
    set(CurlOption.hideProxyHeaders, 1)
    set(CurlOption.allowHeadless, 0)
    // What goes unencrypted stays on this machine, or on the link to its metadata server.
    let isDirect = request.endpoint.isLoopback || !request.endpoint.isSecure
    set(CurlOption.proxy, isDirect ? "" : network.proxy ?? "")
    set(CurlOption.exceptFromProxy, network.exceptions)
    if let file = network.certificates { set(CurlOption.certificates, file) }
  }

  private func set(_ option: Int32, _ value: Int) {
    _ = curl_calls_set_long(library.setOption, handle, option, value)
  }

  private func set(_ option: Int32, _ value: UnsafeRawPointer?) {
    _ = curl_calls_set_pointer(library.setOption, handle, option, value)
  }
}

/// Runs with SIGPIPE blocked in this thread: a connection that the server has closed would otherwise
/// end the process, and whoever runs this may want the signal for its own output.
private func withoutBrokenPipes<Value>(_ body: () -> Value) -> Value {
  var (brokenPipe, before, pending) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&brokenPipe)
  sigaddset(&brokenPipe, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
  defer {
    sigpending(&pending)
    var signal: Int32 = 0
    if sigismember(&pending, SIGPIPE) == 1 { sigwait(&brokenPipe, &signal) }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
  return body()
}
