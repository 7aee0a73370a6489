/// Which variable of a container refers to which.
package struct VariableGraph {
  private let names: [String]
  private let references: [String: [String]]

  /// Takes the variables in their order and what each refers to.
  package init(names: [String], references: [String: [String]]) {
    self.names = names
    self.references = references
  }

  /// The circles, each once, beginning with the variable from which it was met first.
  package var circles: [[String]] {
    var circles: [[String]] = []
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
          circles.append(way[start...].map(\.name))
        } else if !finished.contains(next), let further = references[next] {
          places[next] = way.count
          way.append(Step(name: next, rest: further[...]))
        }
      }
    }
    return circles
  }

  /// A variable on the way, and the references that are left to follow.
  private struct Step {
    let name: String
    var rest: ArraySlice<String>
  }
}
