import SandboxedJS

/// One thing that a permission is about, such as the headers of `read_request`: what is declared of it, and what the
/// code uses.
struct PermissionAspect {
  /// The extent of what is declared.
  enum Grant: Hashable {
    case nothing
    case everything
    case only([String])
  }

  /// A use of the thing in the code.
  struct Use: Hashable {
    /// The text that is used; `nil` where all of it is.
    let text: KnownText?
    /// Whether a pattern for part of it cannot be enough, as for `getAllEventData`.
    let isWhole: Bool
    let api: String
    let position: SourcePosition
  }

  /// The name of the thing, such as `header`; and where there are no names, `the body`.
  let noun: String
  let grant: Grant
  let uses: [Use]
  /// The way in which declared texts stand for others.
  var style = PermissionPattern.Style.name

  /// So many names show what is meant.
  private static let mostShown = 3

  /// Whether the thing has no names: it is allowed or not.
  private var isFlag: Bool { noun.hasPrefix("the ") }

  // MARK: What there is

  /// Descriptions of what is declared, for a person.
  var declared: [String] {
    switch grant {
    case .nothing: []
    case .everything: [isFlag ? noun : "any \(noun)"]
    case .only(let texts): texts.map { "\(noun) '\($0)'" }
    }
  }

  /// Descriptions of what the code uses, for a person, each thing once.
  var needed: [String] {
    var seen: Set<String> = []
    return uses.map(text).filter { seen.insert($0).inserted }
  }

  private func text(_ use: Use) -> String {
    if isFlag { return noun }
    switch use.text {
    case .exactly(let text): return "\(noun) '\(text)'"
    case .startingWith(let text): return "\(noun) that starts with '\(text)'"
    case .unknown, nil: return use.isWhole ? "every \(noun)" : "\(noun) that the code does not show"
    }
  }

  // MARK: What is wrong

  /// Uses that are not declared.
  var missing: [(message: String, position: SourcePosition)] {
    uses.filter { !isCovered($0) }.map { use in
      let what = text(use)
      let remedy =
        use.isWhole && !isFlag
        ? "'\(use.api)' needs any \(noun) to be allowed"
        : "'\(use.api)' needs \(what), which is not declared"
      return (remedy, use.position)
    }
  }

  private func isCovered(_ use: Use) -> Bool {
    switch grant {
    case .everything: return true
    case .nothing: return false
    case .only(let texts):
      if use.isWhole { return texts.contains("*") }
      return texts.contains { PermissionPattern($0, style).mayCover(use.text ?? .unknown) }
    }
  }

  /// Descriptions of what is declared and not used.
  var excess: [String] {
    guard grant != .nothing else { return [] }
    if uses.isEmpty {
      return [isFlag ? "\(noun): allowed and not used" : "\(noun)s are allowed and not used"]
    }
    let known = uses.compactMap { $0.isWhole ? nil : $0.text?.known(as: style) }
    guard !isFlag else { return [] }
    switch grant {
    case .nothing: return []
    case .everything:
      // Where the code does not show what it uses, nothing narrower is enough.
      guard known.count == uses.count else { return [] }
      let shown = needed.prefix(Self.mostShown).joined(separator: ", ")
      let rest = needed.count > Self.mostShown ? " and \(needed.count - Self.mostShown) more" : ""
      return ["any \(noun) is allowed, the code uses only \(shown)\(rest)"]
    case .only(let texts):
      return texts.compactMap { excess($0, known, isAllKnown: known.count == uses.count) }
    }
  }

  private func excess(_ declared: String, _ known: [KnownText], isAllKnown: Bool) -> String? {
    guard isAllKnown else { return nil }
    let pattern = PermissionPattern(declared, style)
    let covered = known.filter(pattern.mayCover)
    if covered.isEmpty { return "\(noun) '\(declared)' is allowed and not used" }
    guard pattern.hasOpenHost, covered.allSatisfy({ $0.urlPattern != nil }) else { return nil }
    let urls = covered.compactMap(\.urlPattern).map { "'\($0)'" }.joined(separator: ", ")
    return "\(noun) '\(declared)' allows other hosts than the code uses: declare \(urls)"
  }
}

extension KnownText {
  /// The text, if enough of it is known to declare it: of a URL the whole host.
  fileprivate func known(as style: PermissionPattern.Style) -> KnownText? {
    switch (self, style) {
    case (.unknown, _): nil
    case (.startingWith, .url): urlPattern == nil ? nil : self
    default: self
    }
  }
}
