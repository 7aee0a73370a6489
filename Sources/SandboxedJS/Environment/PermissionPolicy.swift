/// Decides what a script may do.
package struct PermissionPolicy: Sendable {
  private let decide: @Sendable (PermissionRequest) -> Bool

  /// A policy that asks a function.
  package init(_ decide: @escaping @Sendable (PermissionRequest) -> Bool) {
    self.decide = decide
  }

  /// Permits everything.
  package static let everything = PermissionPolicy { _ in true }

  /// Whether something is permitted.
  package func allows(_ request: PermissionRequest) -> Bool { decide(request) }
}
