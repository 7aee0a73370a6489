package import Diagnostics

/// A hit and what has to come of it, in a container's own words: `generate` checks it, and leaves the requests that it
/// leads to in `Output/requests`.
public struct Example: Sendable {
  package let name: String
  package let hits: [Hit]
  package let expectations: [Expectation]
  package let place: SourcePlace

  /// Declares an example.
  ///
  /// - Parameters:
  ///   - name: what it shows, such as `A purchase with two products`; its file is named after it.
  ///   - parts: one ``Hit``, then what is expected of it, such as ``Expect/nothingSent``.
  public init(
    _ name: String, file: StaticString = #filePath, line: UInt = #line,
    @ExampleBuilder parts: () -> [ExamplePart]
  ) {
    self.name = name
    let parts = parts()
    hits = parts.compactMap { if case .hit(let hit) = $0.kind { hit } else { nil } }
    expectations = parts.compactMap {
      if case .expectation(let expectation) = $0.kind { expectation } else { nil }
    }
    place = TagwrightPlan.place(file, line)
  }
}

/// A hit of an example or something that is expected of it.
public struct ExamplePart: Sendable {
  package enum Kind: Sendable {
    case hit(Hit)
    case expectation(Expectation)
  }

  package let kind: Kind
}

/// Collects an example.
@resultBuilder
public enum ExampleBuilder {
  /// The hit.
  public static func buildExpression(_ hit: Hit) -> [ExamplePart] { [ExamplePart(kind: .hit(hit))] }
  /// Something that is expected.
  public static func buildExpression(_ expectation: Expectation) -> [ExamplePart] {
    [ExamplePart(kind: .expectation(expectation))]
  }

  /// Says what an example takes where something else was written.
  @available(
    *, unavailable, message: "an example lists a Hit, then Expect.request(…) or Expect.nothingSent"
  )
  @_disfavoredOverload
  public static func buildExpression<Other>(_ other: Other) -> [ExamplePart] { [] }

  /// Several parts.
  public static func buildBlock(_ parts: [ExamplePart]...) -> [ExamplePart] {
    parts.flatMap(\.self)
  }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [ExamplePart]?) -> [ExamplePart] { part ?? [] }
  /// The first branch of an `if`.
  public static func buildEither(first part: [ExamplePart]) -> [ExamplePart] { part }
  /// The second branch of an `if`.
  public static func buildEither(second part: [ExamplePart]) -> [ExamplePart] { part }
  /// A loop.
  public static func buildArray(_ parts: [[ExamplePart]]) -> [ExamplePart] { parts.flatMap(\.self) }
}
