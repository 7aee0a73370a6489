import JSONText
import Replay

/// The counts of a part of a log, in a file that other parts can be added to.
struct ReplayPart {
  /// The names of the containers.
  let from: String
  let to: String
  /// Of so many visitors one was played.
  let sample: Int
  /// The ids of what was counted: a part that is delivered twice counts once.
  private(set) var ids: Set<String>
  private(set) var totals: ReplayTotals

  init(from: String, to: String, sample: Int, id: String, _ totals: ReplayTotals) {
    self.from = from
    self.to = to
    self.sample = sample
    ids = [id]
    self.totals = totals
  }

  /// The file.
  var json: JSON {
    [
      "tagwright": "replay", "from": .string(from), "to": .string(to),
      "sample": .number(JSONNumber(sample)),
      "parts": .array(ids.sorted().map { .string($0) }), "totals": totals.partJSON,
    ]
  }

  /// Reads a file.
  init(path: String) throws(CommandError) {
    let json = try HitSource.json(path)
    guard json["tagwright"] == "replay", let from = json["from"]?.string,
      let to = json["to"]?.string, let sample = json["sample"]?.number?.integer,
      (1...VisitorSample.greatest).contains(sample),
      let parts = json["parts"]?.array?.compactMap(\.string), !parts.isEmpty,
      let totals = json["totals"]
    else {
      throw CommandError(
        "'\(path)' is not the file of a part",
        notes: ["'replay --hits FILE --partial FILE' writes one"])
    }
    self.from = from
    self.to = to
    self.sample = sample
    ids = Set(parts)
    do throws(ReplayFileError) {
      self.totals = try ReplayTotals(json: totals)
    } catch {
      throw CommandError("'\(path)' is damaged: '\(error.member)' is missing or wrong")
    }
  }

  /// Adds another part; one that is in already changes nothing.
  ///
  /// - Returns: whether it was added.
  mutating func add(_ other: ReplayPart, path: String) throws(CommandError) -> Bool {
    guard other.from == from, other.to == to, other.sample == sample else {
      throw CommandError(
        "'\(path)' compares other containers, or another sample",
        notes: ["merge parts of one comparison: \(from) → \(to)"])
    }
    if other.ids.isSubset(of: ids) { return false }
    guard other.ids.isDisjoint(with: ids) else {
      throw CommandError(
        "'\(path)' has some of the parts that are in already, and others",
        notes: ["merge files that were not merged before, or leave one of them out"])
    }
    ids.formUnion(other.ids)
    totals += other.totals
    return true
  }
}
