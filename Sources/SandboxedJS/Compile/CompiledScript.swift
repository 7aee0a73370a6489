/// A script that is ready to run: its instructions and what they refer to by number.
///
/// It holds nothing that a run changes, so that it can be run often and by several threads.
package final class CompiledScript: Sendable {
  /// A constant of a script.
  enum Constant: Sendable, Hashable {
    case undefined, null
    case boolean(Bool)
    case number(UInt64)
    case string(String)
    /// UTF-16 units that are no Unicode text.
    case illFormedString([UInt16])
  }

  /// One function of a script.
  struct FunctionInfo: Sendable {
    var name: String
    /// Which of the script's parts it stands in.
    var part: Int
    /// The beginning and the end of its instructions.
    var start: Int
    var end: Int
    var parameterCount: Int
    var registerCount: Int
    /// For each shared variable: which box of the function around it; negative numbers minus one are its
    /// own shared variables, others its registers.
    var captures: [Int]
  }

  /// One object literal: its keys, as numbers of names.
  struct Literal: Sendable {
    var keys: [Int]
  }

  /// The parts of a script, as its code is made.
  struct Content: Sendable {
    var code: [Instruction] = []
    /// For each instruction, where it comes from.
    var positions: [SourcePosition] = []
    /// The first function is the script itself.
    var functions: [FunctionInfo] = []
    var constants: [Constant] = []
    /// The names of properties.
    var names: [String] = []
    /// For each place that uses a property by name, the number of the name.
    var sites: [Int] = []
    var literals: [Literal] = []
    /// The start of the second of the script's parts, in the code of the script itself.
    var secondPartStart = Int.max
    /// The number of variables of the script that functions share.
    var globalCount = 0
    var coverableLines: [Int] = []
    var undeclaredNames: [Name] = []
  }

  let content: Content
  /// The same, laid out for runs.
  let layout: ScriptLayout
  /// The patterns that runs compiled, so that the next one need not compile them again.
  let patterns: PatternCache

  /// The lines that can be reached, for coverage; empty if that was not asked for.
  package var coverableLines: [Int] { content.coverableLines }
  /// Names that are used but nowhere declared, with the first place of each.
  package var undeclaredNames: [Name] { content.undeclaredNames }

  /// Makes a script ready to run.
  ///
  /// - Parameters:
  ///   - parts: what runs one after the other in one scope, such as a setup and a scenario.
  ///   - supplied: the names that whoever runs the script gives values to, in their order.
  ///   - coversLines: whether a run notes which lines it reached.
  /// - Throws: a name that is declared twice, or a script too large for the machine.
  init(
    _ parts: [Program], supplied: [String], coversLines: Bool = false
  ) throws(SyntaxError) {
    content = try CodeGenerator(parts, supplied: supplied, coversLines: coversLines).script
    layout = ScriptLayout(content)
    patterns = PatternCache(of: layout)
  }

  /// The same script laid out anew, for a thread that shares nothing of it with others.
  package init(copying other: CompiledScript) {
    content = other.content
    layout = ScriptLayout(content)
    patterns = PatternCache(of: layout)
  }
}

extension CompiledScript {
  /// Returns the source position of an instruction, counted from the start of the script's code.
  func position(ofInstruction index: Int) -> SourcePosition? {
    content.positions.indices.contains(index) ? content.positions[index] : nil
  }
}
