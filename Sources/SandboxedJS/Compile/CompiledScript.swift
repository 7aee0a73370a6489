/// A script that is ready to run: its instructions and what they refer to by number.
///
/// It holds nothing that a run changes, so that it can be run often and by several threads.
package struct CompiledScript: Sendable {
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

  var code: [Instruction] = []
  /// For each instruction, where it comes from.
  var positions: [SourcePosition] = []
  /// The first function is the script itself.
  var functions: [FunctionInfo] = []
  var constants: [Constant] = []
  /// The names of properties.
  var names: [String] = []
  /// The constants, laid out for the strings of runs.
  var texts = ScriptTexts()
  /// The names and the places that use them, laid out for runs.
  var atoms = ScriptAtoms.ofMachine
  /// The code, laid out for runs.
  var sharedCode = SharedCode()
  /// For each place that uses a property by name, the number of the name.
  var sites: [Int] = []
  var literals: [Literal] = []
  /// The patterns that runs compiled, so that the next one need not compile them again.
  var patterns = PatternCache()
  /// The start of the second of the script's parts, in the code of the script itself.
  var secondPartStart = Int.max
  /// The number of variables of the script that functions share.
  var globalCount = 0
  /// The lines that can be reached, for coverage; empty if that was not asked for.
  package internal(set) var coverableLines: [Int] = []
  /// Names that are used but nowhere declared, with the first place of each.
  package internal(set) var undeclaredNames: [Name] = []
}

extension CompiledScript {
  /// Returns the source position of an instruction, counted from the start of the script's code.
  func position(ofInstruction index: Int) -> SourcePosition? {
    positions.indices.contains(index) ? positions[index] : nil
  }
}
