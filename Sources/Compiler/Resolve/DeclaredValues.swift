import Diagnostics
import TagwrightPlan

/// A value of a plan: where it was written, and the allowances in whose reach it is.
package struct Declared<Value: Sendable>: Sendable {
  let value: Value
  let place: SourcePlace
  let allowances: [Allowance]

  init(_ value: Value, at place: SourcePlace, allowances: [Allowance] = []) {
    self.value = value
    self.place = place
    self.allowances = allowances
  }
}

/// The declarations of a container and its destinations, by kind: rules for any plan look here.
package struct DeclaredValues: Sendable {
  /// A source, and whether it takes a variable of its own: in conditions, raw parameters and tables.
  package struct UsedSource: Sendable {
    let source: Source
    let needsVariable: Bool
  }

  /// The parameters of one entity or of one row of a table.
  package struct ParameterList: Sendable {
    /// The entity's name, or the table's key.
    let owner: String
    let parameters: [RawParameter]
  }

  /// A match key, and whether the destination that takes it gets digests of its plain values.
  package struct UsedKey: Sendable {
    let key: MatchKey
    let isHashed: Bool
  }

  /// A text that gives a reason.
  package struct Reason: Sendable {
    /// The subject of the reason: `consent is waived`.
    let subject: String
    let text: String
    /// Advice on what to do where it is empty.
    let mend: String
  }

  private(set) var sources: [Declared<UsedSource>] = []
  /// Conditions that have to hold together.
  private(set) var conditionLists: [Declared<[Condition]>] = []
  private(set) var comparisons: [Declared<Comparison>] = []
  private(set) var reasons: [Declared<Reason>] = []
  var secrets: [Declared<Secret>] = []
  var matchKeys: [Declared<UsedKey>] = []
  /// Names of events that triggers compare with.
  var eventNames: [Declared<String>] = []
  /// Patterns in RE2 syntax.
  var patterns: [Declared<String>] = []
  var parameterLists: [Declared<ParameterList>] = []
  /// Texts that end up in a generated file as they are.
  var texts: [Declared<String>] = []
  private(set) var allowances: [Allowance] = []

  /// Adds a source of a destination's field, which takes several candidates one by one.
  mutating func addField(_ source: Source, allowances: [Allowance] = []) {
    let candidates = source.candidates
    for candidate in candidates.isEmpty ? [source] : candidates {
      add(candidate, needsVariable: false, allowances: allowances)
    }
  }

  /// Adds a source that becomes a variable of its own.
  mutating func addVariable(_ source: Source, allowances: [Allowance] = []) {
    add(source, needsVariable: true, allowances: allowances)
  }

  private mutating func add(_ source: Source, needsVariable: Bool, allowances: [Allowance]) {
    let used = UsedSource(source: source, needsVariable: needsVariable)
    sources.append(Declared(used, at: source.place, allowances: allowances))
    switch source.kind {
    case .lookupTable(let table): add(table.input, needsVariable: true, allowances: allowances)
    case .regexTable(let table):
      for row in table.rows {
        patterns.append(Declared(row.input, at: source.place, allowances: allowances))
      }
      add(table.input, needsVariable: true, allowances: allowances)
    case .constant(let text):
      texts.append(Declared(text, at: source.place, allowances: allowances))
    default: break
    }
  }

  /// Adds conditions with their sources and patterns.
  mutating func add(_ conditions: [Condition], allowances: [Allowance] = []) {
    guard let first = conditions.first else { return }
    conditionLists.append(Declared(conditions, at: first.place, allowances: allowances))
    for comparison in conditions.comparisons {
      comparisons.append(Declared(comparison, at: comparison.place, allowances: allowances))
      addVariable(comparison.source, allowances: allowances)
      texts.append(Declared(comparison.value, at: comparison.place, allowances: allowances))
      if comparison.operation == .matchesRegex {
        patterns.append(Declared(comparison.value, at: comparison.place, allowances: allowances))
      }
    }
  }

  /// Adds allowances and their reasons.
  mutating func add(_ allowances: [Allowance]) {
    self.allowances += allowances
    for allowance in allowances {
      addReason(
        allowance.reason, for: "'\(allowance.rule.id)' is allowed", at: allowance.place,
        mend: "say why it does not matter here")
    }
  }

  /// Adds a text that gives a reason for something.
  mutating func addReason(
    _ text: String, for subject: String, at place: SourcePlace, mend: String
  ) {
    reasons.append(Declared(Reason(subject: subject, text: text, mend: mend), at: place))
  }

  /// Adds the reason of a consent policy that has one.
  mutating func add(_ consent: Consent) {
    guard case .waived(let reason) = consent.kind else { return }
    addReason(
      reason, for: "consent is waived", at: consent.place,
      mend: "say why no consent is needed; it stands in the generated documentation")
  }
}
