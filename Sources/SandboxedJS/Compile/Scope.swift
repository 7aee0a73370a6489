/// A name that a script declares, and where its value is kept.
final class Binding {
  enum Kind {
    case constant, variable, `var`, function, parameter
    /// The name of a function expression inside it.
    case callee
    /// A variable that the machine gives a value before the script starts.
    case supplied
  }

  /// The places that can hold the value.
  enum Storage {
    case register(Int)
    /// In a box that this register holds.
    case box(Int)
    case global(Int)
  }

  let name: Name
  let kind: Kind
  unowned let function: FunctionScope
  /// Whether another function uses it.
  var isShared = false
  /// Whether it is or may be read before its declaration gave it a value.
  var isReadEarly = false
  var isInitialised = false
  var storage = Storage.register(-1)

  init(_ name: Name, _ kind: Kind, in function: FunctionScope) {
    self.name = name
    self.kind = kind
    self.function = function
  }
}

/// The names that are declared between two braces.
final class Scope {
  let parent: Scope?
  let function: FunctionScope
  /// Whether a loop around it, inside the same function, can enter it again.
  let isRepeated: Bool
  private(set) var bindings: [Binding] = []
  /// For more bindings than are searched one by one.
  private var byName: [String: Binding] = [:]
  private static let fewBindings = 8

  init(_ parent: Scope?, _ function: FunctionScope, isRepeated: Bool) {
    self.parent = parent
    self.function = function
    self.isRepeated = isRepeated
  }

  subscript(name: String) -> Binding? {
    guard bindings.count > Self.fewBindings else {
      for binding in bindings where binding.name.text == name { return binding }
      return nil
    }
    return byName[name]
  }

  /// Adds a binding of a name that the scope does not have yet.
  func add(_ binding: Binding) {
    bindings.append(binding)
    if bindings.count > Self.fewBindings + 1 {
      byName[binding.name.text] = binding
    } else if bindings.count > Self.fewBindings {
      for each in bindings { byName[each.name.text] = each }
    }
  }
}

/// The facts known about a function before its code is made.
final class FunctionScope {
  let parent: FunctionScope?
  /// Its `arguments`, where it uses them. In Tag Manager an arrow function has its own, like any other.
  var arguments: Binding?
  /// The variables of functions around it that it uses.
  private(set) var captures: [Binding] = []
  private var captureIndexes: [ObjectIdentifier: Int] = [:]

  init(_ parent: FunctionScope?) {
    self.parent = parent
  }

  /// The number of a shared variable in the function's list; adds it if it is new.
  func captureIndex(_ binding: Binding) -> Int {
    if let index = captureIndexes[ObjectIdentifier(binding)] { return index }
    captureIndexes[ObjectIdentifier(binding)] = captures.count
    captures.append(binding)
    return captures.count - 1
  }
}
