#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Gives damaged input to every reader, for a time: `swift run Fuzz --seconds 60`.
///
/// An input follows from the seed, the kind and its number alone. What a run ends on, `--seed S --kind K --first N
/// --inputs 1 --save FILE` writes into a file, to be kept under `Tests/Fuzz/K`.
@main
struct Fuzz {
  static func main() {
    let arguments = FuzzArguments(CommandLine.arguments.dropFirst())
    guard let arguments else {
      print(FuzzArguments.usage)
      exit(2)
    }
    let kinds = FuzzKind.all(keptIn: arguments.folder)
      .filter { arguments.kind == nil || $0.name == arguments.kind }
    guard !kinds.isEmpty else {
      print("error: there is no kind '\(arguments.kind ?? "")'")
      exit(2)
    }
    FuzzWatch.begin()
    var runs = kinds.map { FuzzRun($0, arguments) }
    for index in runs.indices { runs[index].repeatKept() }
    let start = FuzzWatch.time
    // Kinds take turns by the time that they have had.
    while let next = runs.indices.filter({ !runs[$0].isDone })
      .min(by: { runs[$0].time < runs[$1].time })
    {
      if let seconds = arguments.seconds, FuzzWatch.time - start > seconds { break }
      runs[next].tryNext()
    }
    FuzzWatch.end()
    for run in runs { print("\(run.kind.name): \(run.count) inputs, \(run.kind.kept.count) kept") }
    print(
      "\(runs.reduce(0) { $0 + $1.count }) inputs of \(runs.count) kinds, seed \(arguments.seed): "
        + "no crash, none longer than \(FuzzWatch.greatestSeconds) s, none above \(FuzzWatch.greatestMemory >> 20) MiB"
    )
  }
}

/// The inputs of one kind.
private struct FuzzRun {
  let kind: FuzzKind
  /// The seconds that its inputs have taken.
  var time = 0.0
  var count = 0
  private let arguments: FuzzArguments

  init(_ kind: FuzzKind, _ arguments: FuzzArguments) {
    self.kind = kind
    self.arguments = arguments
  }

  var isDone: Bool { arguments.inputs.map { count >= $0 } ?? false }

  /// Repeats the inputs that ended an earlier run, unchanged.
  func repeatKept() {
    for (index, input) in kind.kept.enumerated() {
      FuzzWatch.watch("kept input \(index + 1) of kind '\(kind.name)'") { kind.read(input) }
    }
  }

  mutating func tryNext() {
    let number = arguments.first + count
    let input = kind.input(number, seed: arguments.seed)
    if let path = arguments.save { FuzzKind.write(input, to: path) }
    count += 1
    let name = "--seed \(arguments.seed) --kind \(kind.name) --first \(number)"
    time += FuzzWatch.watch(name) { kind.read(input) }
  }
}
