import Diagnostics

extension ScriptRule {
  static let missingMethod = ScriptRule(
    id: "missing-method",
    severity: .error,
    summary: "only methods that the sandbox has are called",
    documentation: """
      Strings have 16 methods in the sandbox and arrays 20; numbers and booleans have 'toString'. \
      Anything else that JavaScript has, such as 'includes', 'startsWith' or 'find', ends the run \
      with a TypeError. Where it is certain what a method is called on, this is an error; otherwise, \
      a method that only JavaScript has is a warning, unless the script itself defines one of that \
      name. The same holds for the methods of APIs such as 'Math'.
      """,
    wrong: Example(
      """
      const isShop = 'shop.example.com'.startsWith('shop.');
      data.gtmOnSuccess();
      """),
    right: Example(
      """
      const isShop = 'shop.example.com'.indexOf('shop.') === 0;
      data.gtmOnSuccess();
      """)
  ) { script in
    script.names.methodCalls.compactMap { breach(for: $0, in: script) }
  }

  private static func breach(
    for call: NameAnalysis.MethodCall, in script: ScriptUnderCheck
  ) -> RuleBreach? {
    let method = call.method.text
    if let api = api(of: call.object, in: script), let methods = api.methods {
      guard !methods.contains(method), !["hasOwnProperty", "toString"].contains(method) else {
        return nil
      }
      return RuleBreach(
        "'\(api.name)' has no '\(method)' in the sandbox", at: call.method.position,
        "it has \(methods.joined(separator: ", "))")
    }
    if let type = type(of: call.object, in: script.names) {
      guard !type.methods.contains(method) else { return nil }
      return RuleBreach(
        "\(type.name) have no '\(method)' in the sandbox", at: call.method.position,
        replacements[method] ?? Spelling.question(for: method, among: type.methods))
    }
    guard let advice = replacements[method], !script.names.definedProperties.contains(method) else {
      return nil
    }
    return RuleBreach(
      "strings and arrays have no '\(method)' in the sandbox", at: call.method.position,
      severity: .warning, advice)
  }

  private static func api(of object: Expression, in script: ScriptUnderCheck) -> ServerAPI? {
    let names = script.names
    var value = object
    if let binding = names.binding(of: object), names.bindings[binding].values.count == 1,
      case .expression(let initial) = names.bindings[binding].values[0]
    {
      value = initial
    }
    guard case .call(let callee, let arguments) = value.kind, arguments.count == 1,
      case .identifier("require") = callee.kind, case .string(let name) = arguments[0].kind
    else { return nil }
    return script.check.side.api(named: name)
  }

  private struct BuiltInType {
    let name: String
    let methods: Set<String>
  }

  /// Returns the type that an expression has for certain; a name counts where it is only ever given
  /// one literal.
  ///
  /// - Parameter isNamed: whether the expression is what a name is given: no further name is looked up.
  private static func type(
    of object: Expression, in names: NameAnalysis, isNamed: Bool = false
  ) -> BuiltInType? {
    switch object.kind {
    case .string, .illFormedString: return strings
    case .number: return numbers
    case .boolean: return booleans
    case .array: return arrays
    case .unary(.typeof, _): return strings
    case .unary(.not, _): return booleans
    case .binary(.add, let left, let right):
      let parts = [left, right].map { type(of: $0, in: names, isNamed: isNamed)?.name }
      return parts.contains(strings.name) ? strings : nil
    case .call(let callee, _):
      guard case .member(let inner, let method) = callee.kind,
        type(of: inner, in: names, isNamed: isNamed)?.name == strings.name
      else { return nil }
      return stringResults.contains(method.text) ? strings : method.text == "split" ? arrays : nil
    case .identifier:
      guard !isNamed, let binding = names.binding(of: object),
        names.bindings[binding].values.count == 1, names.bindings[binding].parameter == nil,
        case .expression(let value) = names.bindings[binding].values[0],
        !names.bindings[binding].uses.contains(where: { use in
          if case .changed = use.context { true } else { false }
        })
      else { return nil }
      return type(of: value, in: names, isNamed: true)
    default: return nil
    }
  }

  private static let strings = BuiltInType(
    name: "strings",
    methods: [
      "charAt", "concat", "hasOwnProperty", "indexOf", "lastIndexOf", "match", "replace", "search",
      "slice", "split", "substring", "toLocaleLowerCase", "toLocaleUpperCase", "toLowerCase",
      "toString", "toUpperCase", "trim",
    ])
  private static let arrays = BuiltInType(
    name: "arrays",
    methods: [
      "concat", "every", "filter", "forEach", "hasOwnProperty", "indexOf", "join", "lastIndexOf",
      "map", "pop", "push", "reduce", "reduceRight", "reverse", "shift", "slice", "some", "sort",
      "splice", "toString", "unshift",
    ])
  private static let numbers = BuiltInType(name: "numbers", methods: ["toString"])
  private static let booleans = BuiltInType(name: "booleans", methods: ["toString"])
  private static let stringResults: Set<String> = [
    "charAt", "concat", "replace", "slice", "substring", "toLocaleLowerCase", "toLocaleUpperCase",
    "toLowerCase", "toString", "toUpperCase", "trim",
  ]

  /// Methods of JavaScript's strings, arrays and numbers, and what to write instead.
  private static let replacements: [String: String] = [
    "at": "use '[index]'",
    "charCodeAt": "compare with 'charAt', or look it up in a string with 'indexOf'",
    "codePointAt": "compare with 'charAt', or look it up in a string with 'indexOf'",
    "copyWithin": "build a new array",
    "endsWith": "compare the end: 'text.slice(-end.length) === end'",
    "fill": "use a loop",
    "find": "use 'filter' and take '[0]'",
    "findIndex": "use a loop, or 'map' and 'indexOf'",
    "findLast": "use 'filter' and take the last",
    "flat": "use 'reduce' and 'concat'",
    "flatMap": "use 'map', then 'reduce' and 'concat'",
    "includes": "use 'indexOf(…) !== -1'",
    "localeCompare": "use '<' and '>'",
    "matchAll": "use 'match' with 'createRegex(…, 'g')'",
    "normalize": "replace the letters one by one",
    "padEnd": "append in a loop",
    "padStart": "prepend in a loop, or 'slice' from a longer text",
    "repeat": "use a loop",
    "replaceAll": "use 'split(…).join(…)'",
    "startsWith": "use 'indexOf(…) === 0'",
    "substr": "use 'substring' or 'slice'",
    "toExponential": "use 'makeString'",
    "toFixed": "use 'Math.round(x * 100) / 100'",
    "toPrecision": "use 'makeString'",
    "trimEnd": "use 'trim'",
    "trimStart": "use 'trim'",
  ]
}
