/// Which state of a container is meant.
package enum ContainerSelection: Hashable, Sendable {
  /// The published version.
  case live
  /// The version with a number.
  case version(Int)
  /// The content of the workspace with a name, published or not.
  case workspace(String)
}
