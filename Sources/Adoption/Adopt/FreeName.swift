extension Set<String> {
  /// Puts in this name, or the first of those with a number behind it that is not there yet, and returns it.
  mutating func insertFree(_ base: String, separator: String = "") -> String {
    var name = base
    var number = 2
    while !insert(name).inserted {
      name = "\(base)\(separator)\(number)"
      number += 1
    }
    return name
  }
}
