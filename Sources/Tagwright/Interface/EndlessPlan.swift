#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Says in words when a plan's declarations refer to each other in a circle, which otherwise ends as a crash.
///
/// Swift evaluates such a plan until the stack is full. The system's signal is taken on a stack of its own, where
/// nothing may be allocated; any other bad access crashes as it would have.
enum EndlessPlan {
  private static let message: StaticString = """
    error: the plan refers to itself in a circle: a property or a function of it uses itself, perhaps through others
    note: look at what was changed last; every value needs a source that is not made of itself

    """

  /// The distance from the stack's end, in bytes, within which an access counts as running out of
  /// it: a frame may be large.
  private static let reach: UInt = 1 << 20
  /// The lowest address of the stack; a signal's handler can be told nothing. Written once, before the handler is there.
  nonisolated(unsafe) private static var stackEnd: UInt = 0
  /// The process's former reaction to bad accesses.
  nonisolated(unsafe) private static var formerAction = sigaction()

  /// Watches the thread that calls this.
  static func watch() {
    var limit = rlimit()
    #if canImport(Glibc)
      let stack = __rlimit_resource_t(RLIMIT_STACK.rawValue)
    #else
      let stack = RLIMIT_STACK
    #endif
    guard getrlimit(stack, &limit) == 0, limit.rlim_cur < 1 << 40 else { return }
    stackEnd = withUnsafePointer(to: &limit) { UInt(bitPattern: $0) } &- UInt(limit.rlim_cur)
    let size = 1 << 16
    var alternative = stack_t()
    // Needed as long as the process runs.
    alternative.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    alternative.ss_size = size
    guard sigaltstack(&alternative, nil) == 0 else { return }
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = { signal, information, _ in
        EndlessPlan.end(signal, information)
      }
    #elseif canImport(Musl)
      action.__sa_handler.sa_sigaction = { signal, information, _ in
        EndlessPlan.end(signal, information)
      }
    #else
      action.__sigaction_handler.sa_sigaction = { signal, information, _ in
        EndlessPlan.end(signal, information)
      }
    #endif
    action.sa_flags = Int32(SA_SIGINFO) | Int32(SA_ONSTACK)
    #if canImport(Darwin)
      sigaction(SIGBUS, &action, &formerAction)
    #endif
    sigaction(SIGSEGV, &action, &formerAction)
  }

  private static func end(_ signal: Int32, _ information: UnsafeMutablePointer<siginfo_t>?) {
    if let information, address(of: information.pointee) &- (stackEnd &- reach) < 2 * reach {
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(ExitStatus.failure.rawValue)
    }
    // The access is tried again, and meets what was there before.
    sigaction(signal, &formerAction, nil)
  }

  private static func address(of information: siginfo_t) -> UInt {
    #if canImport(Darwin)
      UInt(bitPattern: information.si_addr)
    #elseif canImport(Musl)
      UInt(bitPattern: information.__si_fields.__sigfault.si_addr)
    #else
      UInt(bitPattern: information._sifields._sigfault.si_addr)
    #endif
  }
}
