/// A name that a script declares, and all that the script does with it.
struct DeclaredName: Sendable {
  /// The kinds of declarations.
  enum Kind: Hashable, Sendable {
    case const, `let`, `var`, function, parameter
  }

  /// A value that the name is given, where it can be told.
  enum Value: Sendable {
    /// The value of an expression.
    case expression(Expression)
    /// A function, by its number.
    case function(Int)
    /// An element of what a `for … of` loop goes over.
    case element(of: Expression)
    /// Something is appended with `+=` to what it holds.
    case appended
    /// Something else.
    case unknown
  }

  let name: Name
  let kind: Kind
  /// All that it is given anywhere, its first value included.
  var values: [Value] = []
  /// Every other place that names it, in the order of the script.
  var uses: [NameUse] = []
  /// For a parameter: the number of its function and its own place among the parameters.
  var parameter: (function: Int, index: Int)?
}

/// One place where a name, or `require(…)`, is used.
struct NameUse: Sendable {
  /// The ways in which the place uses the value.
  enum Context: Sendable {
    /// Calls it.
    case called([Expression])
    /// Calls a method of it.
    case method(String, [Expression])
    /// Reads a property of it.
    case member(String)
    /// Reads a property whose name is computed.
    case indexed(Expression)
    /// Changes a property of it.
    case changed
    /// Gives it to another name, by its number.
    case alias(Int)
    /// Passes it to a function.
    case argument(of: Expression)
    /// Compares it, negates it or asks for its type.
    case tested
    /// Assigns to it.
    case written
    /// Anything else.
    case value
  }

  let position: SourcePosition
  let context: Context
}

/// A function of a script.
struct DeclaredFunction: Sendable {
  let function: Function
  /// The name that it is bound to, by its number; `nil` for one that is only passed on.
  var binding: Int?
  /// Its parameters, by their numbers.
  var parameters: [Int] = []
  /// For a function that is passed to a method such as `forEach`: what the method belongs to.
  var iterated: Expression?
}
