/// The references among variables or tags of a container, by name.
package struct ReferenceGraph {
  private let names: [String]
  private let references: [String: [String]]

  /// Takes the names in their order and what each refers to.
  package init(names: [String], references: [String: [String]]) {
    self.names = names
    self.references = references
  }

  /// The circles, each once, beginning with the name that was met first.
  package var circles: [Circle] {
    var circles: [Circle] = []
    var finished: Set<String> = []
    for name in names where references[name]?.isEmpty == false && !finished.contains(name) {
      var way = [Step(name: name, rest: references[name, default: []][...])]
      var places = [name: 0]
      while let last = way.indices.last {
        guard let next = way[last].rest.popFirst() else {
          let name = way.removeLast().name
          places[name] = nil
          finished.insert(name)
          continue
        }
        if let start = places[next] {
          circles.append(Circle(way[start...].lazy.map(\.name), back: next))
        } else if !finished.contains(next), let further = references[next] {
          places[next] = way.count
          way.append(Step(name: next, rest: further[...]))
        }
      }
    }
    return circles
  }

  /// Names of which each refers to the next, and the last to the first.
  package struct Circle: Sendable {
    package let first: String
    /// The number of its names.
    package let count: Int
    /// The names behind the first; of many the beginning.
    private let further: [String]

    fileprivate init(_ names: some Collection<String>, back first: String) {
      self.first = first
      count = names.count
      further = Array(names.dropFirst().prefix(Self.mostNamed))
    }

    private static let mostNamed = 20

    /// The way from the first back to it: `'Sum' → 'Total'`; a long one is shortened.
    package var way: String {
      let left = count - 1 - further.count
      let names = further.map { "'\($0)'" } + (left > 0 ? ["\(left) more"] : [])
      return (names + ["'\(first)'"]).joined(separator: " → ")
    }
  }

  /// A name on the way, and the references that are left to follow.
  private struct Step {
    let name: String
    var rest: ArraySlice<String>
  }
}
