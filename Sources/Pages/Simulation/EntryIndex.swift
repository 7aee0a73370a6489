import JSONText
import Simulator

/// The data that the list of a page has on each entry, short enough to be read whole at once.
struct EntryIndex {
  private(set) var map = EventMap()
  private(set) var count = 0
  private var entries: [JSON] = []
  private var texts: [JSON] = []
  private var textPlaces: [String: Int] = [:]
  private var patterns: [JSON] = []
  private var patternPlaces: [JSON: Int] = [:]

  /// Adds an entry.
  ///
  /// - Parameter destination: whom a tag sends to.
  mutating func add(_ entry: PageEntry, destination: (PageEntry.Side, TagResult) -> String) {
    count += 1
    var cells: [(cell: EventMap.Cell, count: Int)] = []
    for half in entry.halves { cells += Self.cells(of: half, destination: destination) }
    map.add(entry.name, cells)
    let pattern = JSON.array(
      cells.map { cell, count in
        [
          place(of: cell.destination), place(of: cell.side.rawValue),
          place(of: cell.state.rawValue),
          .number(JSONNumber(count)),
        ]
      })
    let patternPlace = patternPlaces[pattern] ?? patterns.count
    if patternPlace == patterns.count {
      patterns.append(pattern)
      patternPlaces[pattern] = patternPlace
    }
    let face = entry.face
    let problem = entry.problems.first ?? ""
    entries.append([
      place(of: entry.name), place(of: entry.origin), .number(JSONNumber(patternPlace)),
      place(of: face?.text ?? problem),
      place(of: face.map { $0.isFault ? "fault" : "right" } ?? (problem.isEmpty ? "" : "fault")),
    ])
  }

  /// A tag that fired counts by itself; a destination none of whose tags fired counts once as not fired.
  private static func cells(
    of half: PageEntry.Half, destination: (PageEntry.Side, TagResult) -> String
  ) -> [(cell: EventMap.Cell, count: Int)] {
    var destinations: [String] = []
    var counts: [String: [TagState: Int]] = [:]
    for tag in half.result.tags {
      let name = destination(half.side, tag)
      if counts[name] == nil { destinations.append(name) }
      counts[name, default: [:]][TagState(tag), default: 0] += 1
    }
    return destinations.flatMap { name -> [(cell: EventMap.Cell, count: Int)] in
      let own = counts[name] ?? [:]
      let fired = TagState.allCases.filter { $0 != .idle && own[$0] != nil }
      return (fired.isEmpty ? [.idle] : fired).map { state in
        (
          EventMap.Cell(destination: name, side: half.side, state: state),
          state == .idle ? 1 : own[state] ?? 0
        )
      }
    }
  }

  private mutating func place(of text: String) -> JSON {
    let place = textPlaces[text] ?? texts.count
    if place == texts.count {
      texts.append(.string(text))
      textPlaces[text] = place
    }
    return .number(JSONNumber(place))
  }

  /// The list for the page's scripts.
  ///
  /// - Parameter chunk: so many entries stand together in one chunk.
  func json(chunk: Int) -> JSON {
    [
      "chunk": .number(JSONNumber(chunk)), "texts": .array(texts), "patterns": .array(patterns),
      "entries": .array(entries),
      "states": .array(
        TagState.allCases.map {
          ["name": .string($0.rawValue), "words": .string($0.words), "mark": .string($0.mark)]
        }),
    ]
  }
}
