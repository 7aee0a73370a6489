/// A construct that JavaScript has and the sandbox has not: its name, and what to write instead.
///
/// Source: "Sandboxed JavaScript" and the constructs that no public template uses and Google's
/// interpreter has no instruction for.
struct RejectedConstruct {
  /// The construct, as the middle of "sandboxed JavaScript has no …".
  let name: String
  /// Advice on what to write instead.
  let advice: String

  init(_ name: String, _ advice: String) {
    self.name = name
    self.advice = advice
  }

  func error(at position: SourcePosition) -> SyntaxError {
    SyntaxError("sandboxed JavaScript has no \(name); \(advice)", at: position)
  }

  /// Reserved words, by what they begin.
  static let words: [String: RejectedConstruct] = [
    "await": .init("'await'", "use '.then(…)' of the promise"),
    "catch": .tryStatement,
    "class": .init("classes", "use functions and object literals"),
    "debugger": .init("'debugger'", "use the 'logToConsole' API"),
    "delete": .init("'delete'", "use the 'Object' API: 'Object.delete(object, key)'"),
    "do": .init("'do … while'", "use 'while'"),
    "enum": .init("'enum'", "use an object literal"),
    "export": .init("modules", "return a value"),
    "extends": .init("classes", "use functions and object literals"),
    "finally": .tryStatement,
    "import": .init("modules", "use 'require(…)' with the name of an API"),
    "instanceof": .init("'instanceof'", "use the 'getType' API"),
    "new": .init("'new'", "use literals and functions that return objects"),
    "super": .init("classes", "use functions and object literals"),
    "this": .init("'this'", "pass the value as an argument"),
    "throw": .init(
      "'throw'", "return a value that says that it failed, or call 'data.gtmOnFailure()'"),
    "try": .tryStatement,
    "void": .init("'void'", "write 'undefined'"),
    "with": .init("'with'", "name the object"),
    "yield": .init("generators", "use functions"),
  ]

  /// Operators, by their marks.
  static let marks: [String: RejectedConstruct] = [
    "...": .init(
      "spread and rest syntax", "name each value, use 'concat', or use 'arguments' in a function"),
    "?.": .init("optional chaining", "test the object first: 'a && a.b'"),
    "??": .init("'??'", "use '||', or compare with 'undefined' and 'null'"),
    "**": .init("'**'", "use the 'Math' API: 'Math.pow(base, exponent)'"),
    "-=": .compound("-"), "*=": .compound("*"), "/=": .compound("/"), "%=": .compound("%"),
    "&=": .compound("&"), "|=": .compound("|"), "^=": .compound("^"), "<<=": .compound("<<"),
    ">>=": .compound(">>"), ">>>=": .compound(">>>"), "**=": .compound("**"),
    "&&=": .compound("&&"), "||=": .compound("||"), "??=": .compound("??"),
    "#": .init("private names", "use a plain name"),
    "@": .init("decorators", "call the function"),
  ]

  static let tryStatement = RejectedConstruct(
    "'try', 'catch' and 'finally' statements",
    "test values before using them; a promise has '.catch(…)' and '.finally(…)'")
  static let templateLiteral = RejectedConstruct(
    "template literals", "join strings with '+'")
  static let regularExpression = RejectedConstruct(
    "regular expression literals",
    "pass a string to 'match', or use the 'createRegex' and 'testRegex' APIs")
  static let destructuring = RejectedConstruct(
    "destructuring", "declare each variable with its own value")
  static let defaultParameter = RejectedConstruct(
    "default parameters", "test the parameter in the body: 'if (a === undefined) a = …'")
  static let computedKey = RejectedConstruct(
    "computed keys", "assign after the literal: 'object[key] = value'")
  static let method = RejectedConstruct(
    "methods in object literals", "write 'name: function() { … }'")
  static let accessor = RejectedConstruct(
    "getters and setters", "write a function")
  static let comma = RejectedConstruct(
    "comma operator", "write separate statements")
  static let label = RejectedConstruct(
    "labels", "put the inner loop into a function and 'return'")
  static let unaryPlus = RejectedConstruct(
    "unary '+'", "use the 'makeNumber' API")
  static let inOperator = RejectedConstruct(
    "'in' operator", "use 'object.hasOwnProperty(key)'")
  static let asynchronousFunction = RejectedConstruct(
    "asynchronous functions", "use '.then(…)' of the promise")
  static let generator = RejectedConstruct("generators", "use functions")
  static let bigInteger = RejectedConstruct("BigInt numbers", "leave out the 'n'")
  static let separator = RejectedConstruct("separators in numbers", "leave out the '_'")
  static let octal = RejectedConstruct(
    "octal and binary numbers", "write it in decimal or with '0x'")

  static func shorthand(_ name: String) -> RejectedConstruct {
    RejectedConstruct("shorthand properties", "write '\(name): \(name)'")
  }

  private static func compound(_ mark: String) -> RejectedConstruct {
    RejectedConstruct("'\(mark)='", "write 'a = a \(mark) …'")
  }
}
