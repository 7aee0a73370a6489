package import Diagnostics

/// The expected result of an example's hit.
public enum Expect {
  /// No tag sends a request or sets a cookie.
  public static var nothingSent: Expectation { Expectation(kind: .nothingSent, place: nil) }

  /// Exactly one request goes to a destination, with these members in its body.
  public static func request(
    _ target: RequestTarget, file: StaticString = #filePath, line: UInt = #line,
    @MemberExpectationBuilder members: () -> [BodyMember] = { [] }
  ) -> Expectation {
    Expectation(kind: .request(target, members()), place: place(file, line))
  }
}

/// One thing that is expected.
public struct Expectation: Sendable {
  package enum Kind: Sendable {
    case nothingSent
    case request(RequestTarget, [BodyMember])
  }

  package let kind: Kind
  /// `nil` for the place of the example.
  package let place: SourcePlace?
}

/// The receiver of a request; each destination adds its own.
public struct RequestTarget: Hashable, Sendable {
  /// The beginning of its addresses.
  package let prefix: String

  /// Any address that begins so, such as `https://crm.example.com/`.
  public static func url(_ prefix: String) -> RequestTarget { RequestTarget(prefix: prefix) }
}

/// A member of a request's JSON body, by its path: `data.0.properties.value`.
public struct BodyMember: Sendable {
  package let path: String
  /// `nil` where the body must not have it.
  package let value: HitValue?
  package let place: SourcePlace

  /// The body has this member with this value.
  public init(
    _ path: String, _ value: HitValue, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.path = path
    self.value = value
    place = TagwrightPlan.place(file, line)
  }

  /// The body does not have this member.
  public static func absent(
    _ path: String, file: StaticString = #filePath, line: UInt = #line
  ) -> BodyMember {
    BodyMember(path: path, value: nil, place: TagwrightPlan.place(file, line))
  }

  private init(path: String, value: HitValue?, place: SourcePlace) {
    self.path = path
    self.value = value
    self.place = place
  }
}

/// Collects the members that a request has to have.
@resultBuilder
public enum MemberExpectationBuilder {
  /// Several members.
  public static func buildBlock(_ members: BodyMember...) -> [BodyMember] { members }
}
