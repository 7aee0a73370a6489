package import Diagnostics

/// A warning that is known and accepted for one declaration, and the reason.
///
/// Only warnings can be allowed; an allowance that allows nothing is a warning itself.
public struct Allowance: Sendable {
  package let rule: RuleName
  package let reason: String
  package let place: SourcePlace
}

/// A declaration that may carry allowances.
package protocol AllowanceHolder {
  var allowances: [Allowance] { get set }
}

extension AllowanceHolder {
  /// The same declaration with one more allowance.
  package func adding(
    _ rule: RuleName, _ reason: String, _ file: StaticString, _ line: UInt
  ) -> Self {
    var copy = self
    copy.allowances.append(
      Allowance(rule: rule, reason: reason, place: TagwrightPlan.place(file, line)))
    return copy
  }
}

extension On: AllowanceHolder {
  /// Accepts what a rule warns of, for this event alone.
  public func allowing(
    _ rule: RuleName, because reason: String, file: StaticString = #filePath, line: UInt = #line
  ) -> On {
    adding(rule, reason, file, line)
  }
}

extension ServerContainer: AllowanceHolder {
  /// Accepts what a rule warns of, for everything in this container.
  public func allowing(
    _ rule: RuleName, because reason: String, file: StaticString = #filePath, line: UInt = #line
  ) -> ServerContainer {
    adding(rule, reason, file, line)
  }
}
