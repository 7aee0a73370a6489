// A condition that begins with a source and ends with a method, such as
// `.eventData("page_location").contains("/test/")`, finds its source here: Swift looks for the first
// member of such a chain in the type that is expected, which is a condition.

extension Condition {
  /// A value of the event data, to be compared.
  public static func eventData(
    _ path: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .eventData(path, file: file, line: line)
  }

  /// A cookie of the incoming request, to be compared.
  public static func cookie(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .cookie(name, file: file, line: line)
  }

  /// A query parameter of the page's address, to be compared.
  public static func urlParameter(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .urlParameter(name, file: file, line: line)
  }

  /// A header of the incoming request, to be compared.
  public static func requestHeader(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .requestHeader(name, file: file, line: line)
  }

  /// A query parameter of the incoming request itself, to be compared.
  public static func queryParameter(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .queryParameter(name, file: file, line: line)
  }

  /// A variable that the plan declares elsewhere, to be compared.
  public static func variable(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .variable(name, file: file, line: line)
  }

  /// One of Tag Manager's built-in variables, to be compared.
  public static func builtIn(
    _ variable: BuiltIn, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    .builtIn(variable, file: file, line: line)
  }
}
