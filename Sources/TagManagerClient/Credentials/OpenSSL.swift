#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Pipes

/// Signs with the program `openssl`, which every machine that talks TLS has: the toolchain brings no RSA.
///
/// The key goes through a pipe: neither a file nor the process list ever holds it.
package struct OpenSSL: Sendable {
  /// The reason nothing was signed.
  package enum Problem: Error, Hashable, Sendable {
    /// There is no such program in `PATH`.
    case notFound
    /// The program did not accept the key, or did not answer.
    case failed
  }

  /// The longest key, in bytes. What is written to a pipe before its reader runs must fit into it:
  /// 16,384 bytes on macOS, the least.
  package static let keyLengthLimit = 12_000

  private let program: String

  /// - Parameter program: the program's name, looked up in `PATH`, or its path.
  package init(program: String = "openssl") {
    self.program = program
  }

  /// The signature with RSA and SHA-256 (PKCS #1 v1.5, `RS256`) of a text of at most 12,000 bytes.
  package func signature(of text: String, key: String) throws(Problem) -> [UInt8] {
    guard text.utf8.count <= Self.keyLengthLimit, key.utf8.count <= Self.keyLengthLimit,
      let input = PipeEnds(), let keyInput = PipeEnds(), let output = PipeEnds()
    else { throw .failed }
    guard input.fill(text), keyInput.fill(key) else { throw .failed }
    let child = try start(input: input.reading, key: keyInput.reading, output: output.writing)
    output.closeWriting()
    let signature = output.drain(limit: 4096, milliseconds: 10_000)
    // A child that hangs is not waited for.
    if signature == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    guard status == 0, let signature, !signature.isEmpty else { throw .failed }
    return signature
  }

  /// Starts the program with the text as its input, the key as descriptor 3, and nothing else of ours.
  private func start(input: Int32, key: Int32, output: Int32) throws(Problem) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { throw .failed }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, target) in [(input, 0), (output, 1), (key, 3)] as [(Int32, Int32)] {
      guard posix_spawn_file_actions_adddup2(&actions, descriptor, target) == 0 else {
        throw .failed
      }
    }
    guard posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0 else {
      throw .failed
    }
    // An empty pass phrase: an encrypted key is an error, not a question.
    let words = [program, "dgst", "-sha256", "-passin", "pass:", "-sign", "/dev/fd/3", "-binary"]
    let inherited = ["PATH", "HOME", "LD_LIBRARY_PATH", "OPENSSL_CONF", "OPENSSL_MODULES"]
    let variables = inherited.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    var arguments = words.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let result = posix_spawnp(&child, program, &actions, nil, &arguments, &environment)
    guard result == 0 else { throw result == ENOENT ? .notFound : .failed }
    return child
  }
}
