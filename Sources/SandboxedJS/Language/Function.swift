/// A function as it was written, in each of its three forms.
package struct Function: Hashable, Sendable {
  /// Which of the three forms.
  package enum Form: Hashable, Sendable {
    case declaration, expression, arrow
  }

  /// The body of a function, which runs when it is called.
  package enum Body: Hashable, Sendable {
    case block([Statement])
    /// The value of an arrow function without braces.
    case expression(Expression)
  }

  package var form: Form
  /// The name; an arrow function has none, a function expression may have one.
  package var name: Name?
  package var parameters: [Name]
  package var body: Body

  /// Makes a function.
  package init(_ form: Form, name: Name?, parameters: [Name], body: Body) {
    self.form = form
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}
