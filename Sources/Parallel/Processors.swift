import Foundation

/// The processors of the machine.
package enum Processors {
  /// The number of those that this process may use.
  package static var count: Int { ProcessInfo.processInfo.activeProcessorCount }
}
