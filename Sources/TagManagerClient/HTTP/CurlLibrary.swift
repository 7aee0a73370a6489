#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The functions of libcurl, looked up when the first request is sent.
///
/// Why not `URLSession`: on Linux, linking FoundationNetworking makes every start of the program take
/// twice as long, also where nothing is fetched, and it reads a body as fast as a server sends it,
/// however far the receiver is behind: 2.3 GB were in memory before a limit of 64 MB took effect.
/// libcurl hands over every piece and takes no for an answer. It is what FoundationNetworking is made
/// of, so it is there wherever that would run, and part of macOS.
package struct CurlLibrary: Sendable {
  typealias Handle = UnsafeMutableRawPointer

  nonisolated(unsafe) let setOption: UnsafeMutableRawPointer
  nonisolated(unsafe) let getInfo: UnsafeMutableRawPointer
  let makeHandle: @convention(c) () -> Handle?
  let reset: @convention(c) (Handle) -> Void
  let perform: @convention(c) (Handle) -> Int32
  let cleanUp: @convention(c) (Handle) -> Void
  let describe: @convention(c) (Int32) -> UnsafePointer<CChar>?
  let append:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
  let freeList: @convention(c) (UnsafeMutableRawPointer?) -> Void

  #if canImport(Darwin)
    /// The library's names, the likeliest first: the system's own lies in no folder, but is found.
    package static let names = ["/usr/lib/libcurl.4.dylib", "libcurl.4.dylib"]
  #else
    /// The library's names, the likeliest first. Debian names the one that is made with GnuTLS apart.
    package static let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]
  #endif

  /// The library of this machine, looked for once.
  package static var loaded: CurlLibrary {
    get throws(FetchFailure) { try search.get() }
  }

  private static let search = Result { () throws(FetchFailure) in try CurlLibrary(names: names) }

  /// Loads the first library that the system's loader finds; it stays loaded.
  ///
  /// - Parameter names: file names, which the loader looks for, or paths.
  ///
  /// Throws where there is none or it is not usable, and says which package to install.
  package init(names: [String]) throws(FetchFailure) {
    var problems: [String] = []
    var found: UnsafeMutableRawPointer?
    for name in names where found == nil {
      found = dlopen(name, RTLD_NOW | RTLD_LOCAL)
      if found == nil { problems.append(dlerror().map { String(cString: $0) } ?? name) }
    }
    guard let library = found else { throw Self.notFound(problems) }

    func symbol(_ name: String) throws(FetchFailure) -> UnsafeMutableRawPointer {
      guard let address = dlsym(library, name) else { throw Self.unusable("has no '\(name)'") }
      return address
    }
    func function<Function>(_ name: String, _ type: Function.Type) throws(FetchFailure) -> Function
    { unsafeBitCast(try symbol(name), to: type) }

    setOption = try symbol("curl_easy_setopt")
    getInfo = try symbol("curl_easy_getinfo")
    makeHandle = try function("curl_easy_init", (@convention(c) () -> Handle?).self)
    reset = try function("curl_easy_reset", (@convention(c) (Handle) -> Void).self)
    perform = try function("curl_easy_perform", (@convention(c) (Handle) -> Int32).self)
    cleanUp = try function("curl_easy_cleanup", (@convention(c) (Handle) -> Void).self)
    describe = try function(
      "curl_easy_strerror", (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
    append = try function(
      "curl_slist_append",
      (@convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>) -> UnsafeMutableRawPointer?)
        .self)
    freeList = try function(
      "curl_slist_free_all", (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
    let start = try function("curl_global_init", (@convention(c) (Int) -> Int32).self)
    let everything = 3
    guard start(everything) == 0 else { throw Self.unusable("does not start") }
  }

  private static func notFound(_ problems: [String]) -> FetchFailure {
    FetchFailure(
      .network, "the library libcurl, which carries the requests, was not found",
      notes: [howToInstall] + problems.map { "the loader says: \(ServerText.shown($0))" })
  }

  static func unusable(_ problem: String) -> FetchFailure {
    FetchFailure(
      .network, "the library libcurl, which carries the requests, \(problem)",
      notes: [howToInstall])
  }

  private static var howToInstall: String {
    #if canImport(Darwin)
      "it is part of macOS: '/usr/lib/libcurl.4.dylib'"
    #else
      "install the package 'libcurl4' (Debian, Ubuntu), 'libcurl' (Fedora, Red Hat, Alpine) or 'curl' (Arch)"
    #endif
  }
}
