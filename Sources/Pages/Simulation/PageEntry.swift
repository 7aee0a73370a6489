package import Simulator

/// One event of a site as a page shows it: what became of it in the browser, on the server, or on both.
package struct PageEntry: Sendable {
  /// The sides on which tags run.
  package enum Side: String, CaseIterable, Sendable {
    case browser, server
  }

  /// The event in one container.
  package struct Half: Sendable {
    let side: Side
    let result: EventResult
    let reader: String
    let notes: [String]

    /// Describes a half.
    ///
    /// - Parameters:
    ///   - reader: who made the event, such as `client 'GA4'`.
    ///   - notes: remarks, a sentence each.
    package init(_ side: Side, _ result: EventResult, by reader: String, notes: [String] = []) {
      self.side = side
      self.result = result
      self.reader = reader
      self.notes = notes
    }
  }

  /// A destination's count of the event, from both halves.
  package struct Count: Sendable {
    let destination: String
    let count: Int
    /// Whether it is counted twice, or lost.
    let isFault: Bool
    let text: String

    /// - Parameter text: the whole verdict in a sentence.
    package init(destination: String, count: Int, isFault: Bool, text: String) {
      self.destination = destination
      self.count = count
      self.isFault = isFault
      self.text = text
    }
  }

  /// The event's name.
  let name: String
  /// The source of the entry, such as `hit 7`.
  let origin: String
  let halves: [Half]
  let counts: [Count]
  /// Reasons for which nothing became of a hit.
  let problems: [String]

  /// Describes an entry.
  package init(
    name: String, from origin: String, halves: [Half] = [], counts: [Count] = [],
    problems: [String] = []
  ) {
    self.name = name
    self.origin = origin
    self.halves = halves
    self.counts = counts
    self.problems = problems
  }

  /// The words for how often it is counted, for the face of the entry; `nil` where that is not
  /// known.
  var face: (text: String, isFault: Bool)? {
    guard !counts.isEmpty else { return nil }
    func names(_ matches: (Count) -> Bool) -> String {
      var names: [String] = []
      for one in counts where matches(one) && !names.contains(one.destination) {
        names.append(one.destination)
      }
      return names.joined(separator: ", ")
    }
    let twice = names { $0.count > 1 }
    let lost = names { $0.isFault && $0.count == 0 }
    let faults =
      (twice.isEmpty ? [] : ["counted twice: \(twice)"]) + (lost.isEmpty ? [] : ["lost: \(lost)"])
    if !faults.isEmpty { return (faults.joined(separator: ", "), true) }
    return (counts.allSatisfy { $0.count == 0 } ? "counted before" : "counted once", false)
  }
}
