/// The settings of a run.
struct FuzzArguments {
  static let usage = """
    usage: Fuzz [--seconds N | --inputs N] [--seed S] [--kind K] [--first N] [--save FILE] [--folder DIR]

      --seconds N   for so long; 10 without '--inputs'
      --inputs N    so many of each kind
      --seed S      where random numbers come from; 1 without it
      --kind K      only of this kind
      --first N     begin with this number
      --save FILE   write each input into this file before it is tried
      --folder DIR  where kept inputs are, a folder for each kind; 'Tests/Fuzz' without it
    """

  private(set) var seconds: Double?
  private(set) var inputs: Int?
  private(set) var seed: UInt64 = 1
  private(set) var kind: String?
  private(set) var first = 0
  private(set) var save: String?
  private(set) var folder = "Tests/Fuzz"

  /// Reads what was typed; `nil` where it means nothing.
  init?(_ typed: ArraySlice<String>) {
    var typed = typed
    while let name = typed.popFirst() {
      guard let value = typed.popFirst() else { return nil }
      switch name {
      case "--seconds":
        guard let number = Double(value), number >= 0 else { return nil }
        seconds = number
      case "--inputs":
        guard let number = Int(value), number >= 0 else { return nil }
        inputs = number
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--first":
        guard let number = Int(value), number >= 0 else { return nil }
        first = number
      case "--kind": kind = value
      case "--save": save = value
      case "--folder": folder = value
      default: return nil
      }
    }
    if seconds == nil, inputs == nil { seconds = 10 }
  }
}
