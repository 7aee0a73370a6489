/// The environment that a plan is compiled for, such as `staging`.
package struct TargetEnvironment: Hashable, Sendable {
  /// Its name, which is also the name of its folder below the output folder.
  package let name: String
  /// Whether events are only tried out there.
  package let isTest: Bool

  package init(name: String, isTest: Bool) {
    self.name = name
    self.isTest = isTest
  }
}
