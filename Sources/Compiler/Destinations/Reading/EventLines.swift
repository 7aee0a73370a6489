import TagwrightPlan

/// The lines of a tag's own code about one event.
struct EventLines {
  private(set) var consent: [ConsentType] = []
  private(set) var whenMissing = ConsentAssumption.refused
  private(set) var puts: [EventLine.Put] = []
  private(set) var fixed: [EventLine.Fixed] = []
  /// The names of the variables that have some of the lines.
  private(set) var variables: [String] = []
  /// The lifetimes of cookies in seconds, by the members that they keep.
  private(set) var cookies: [MemberPlace: Int] = [:]

  /// - Parameters:
  ///   - lines: the tag's own code.
  ///   - mark: what the code knows the event by; `nil` where it is for one event.
  init(_ lines: [EventLine], of mark: String?) {
    for line in lines {
      if let events = line.events {
        guard let mark, events.contains(mark) else { continue }
      }
      switch line.content {
      case .consent(.required(let types, let assumption)):
        consent += types
        whenMissing = assumption
      case .consent(.waived): break
      case .put(let put): add(put, isShared: mark != nil)
      case .fixed(let member): fixed.append(member)
      case .variable(let name): variables.append(name)
      case .cookie(let place, let seconds): cookies[place] = seconds
      }
    }
  }

  /// In code for several events, lines that all of them have name the first sources of a member, those of single events
  /// further ones; in code for one, a second line is a second declaration of the member.
  private mutating func add(_ put: EventLine.Put, isShared: Bool) {
    let first = puts.firstIndex { $0.place == put.place && $0.conversion == put.conversion }
    guard isShared, let first, let known = puts[first].sources, let further = put.sources else {
      return puts.append(put)
    }
    puts[first].sources = known + further
  }
}
