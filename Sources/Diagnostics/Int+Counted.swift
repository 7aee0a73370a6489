extension Int {
  /// A number of things, for a person: `1 hit`, `2 hits`.
  package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
