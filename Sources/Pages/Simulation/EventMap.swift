/// The number of times each event was sent to each destination, refused, failed or not fired.
struct EventMap {
  /// One number of the map.
  struct Cell: Hashable {
    let destination: String
    let side: PageEntry.Side
    let state: TagState
  }

  /// The events' names, in the order in which they came.
  private(set) var events: [String] = []
  /// In the order in which they came.
  private(set) var destinations: [String] = []
  private(set) var sides: Set<PageEntry.Side> = []
  private(set) var totals: [TagState: Int] = [:]
  private var counts: [String: [Cell: Int]] = [:]
  private var known: Set<String> = []

  /// Rows of the table; further events are counted in the totals alone.
  private static let longestTable = 200

  /// Counts an event that led to the cells, so many times each.
  mutating func add(_ event: String, _ cells: [(cell: Cell, count: Int)]) {
    if counts[event] == nil { events.append(event) }
    for (cell, count) in cells {
      if known.insert(cell.destination).inserted { destinations.append(cell.destination) }
      sides.insert(cell.side)
      totals[cell.state, default: 0] += count
      counts[event, default: [:]][cell, default: 0] += count
    }
    if cells.isEmpty { counts[event] = counts[event] ?? [:] }
  }

  /// The totals, each a button that filters the list.
  var totalsHTML: String {
    TagState.allCases.compactMap { state in
      guard let count = totals[state], count > 0 else { return nil }
      return """
        <button type="button" class="\(state)" data-state="\(state)" aria-pressed="false"><span aria-hidden="true">\(state.mark)</span> <b>\(count)</b> \(state.words)</button>
        """
    }.joined(separator: "\n")
  }

  /// The table; empty where there is nothing to count.
  var html: String {
    guard !destinations.isEmpty else { return "" }
    let shown = events.prefix(Self.longestTable)
    var lines = [
      "<table><caption>Events and destinations <small class=\"needs-script\">a number filters the list</small></caption>",
      "<thead><tr><th scope=\"col\">event</th>",
    ]
    lines += destinations.map {
      "<th scope=\"col\"><button type=\"button\" data-to=\"\(HTMLText.escaped($0))\" aria-pressed=\"false\">\(HTMLText.escaped($0))</button></th>"
    }
    lines.append("</tr></thead><tbody>")
    for event in shown {
      let name = HTMLText.escaped(event)
      lines.append(
        "<tr><th scope=\"row\"><button type=\"button\" data-event=\"\(name)\" aria-pressed=\"false\">\(name)</button></th>"
      )
      lines += destinations.map { "<td>\(cell(event, $0))</td>" }
      lines.append("</tr>")
    }
    lines.append("</tbody></table>")
    if events.count > shown.count {
      lines.append("<p>and \(events.count - shown.count) further events</p>")
    }
    return lines.joined(separator: "\n")
  }

  private func cell(_ event: String, _ destination: String) -> String {
    PageEntry.Side.allCases.compactMap { side in
      let numbers = TagState.allCases.compactMap { state in
        counts[event]?[Cell(destination: destination, side: side, state: state)].map { (state, $0) }
      }
      guard !numbers.isEmpty else { return nil }
      let buttons = numbers.map { state, count in
        let label = "\(event), \(destination), \(side): \(count) \(state.words)"
        return """
          <button type="button" class="\(state)" data-event="\(HTMLText.escaped(event))" data-to="\(HTMLText.escaped(destination))" data-side="\(side)" data-state="\(state)" aria-pressed="false" aria-label="\(HTMLText.escaped(label))"><span aria-hidden="true">\(state.mark)</span> \(count)</button>
          """
      }
      let name = sides.count > 1 ? "<small>\(side)</small>" : ""
      return "<div>\(name)\(buttons.joined())</div>"
    }.joined()
  }
}
