/// Which state of a container is meant.
package enum ContainerSelection: Hashable, Sendable {
  /// The published version.
  case live
  /// The version with a number.
  case version(Int)
  /// What stands in the workspace with a name, published or not.
  case workspace(String)
}
