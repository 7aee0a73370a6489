import SandboxedJS

extension TrialSite {
  /// A world in which the conditions of a trigger hold together as far as one is found, the usual one before any other,
  /// and what stands in the way of the rest.
  func solve(_ conditions: [TrialCondition]) -> (world: TrialWorld, obstacle: TrialObstacle?) {
    var world = TrialWorld()
    var obstacle = conditions.exclusion
    for condition in conditions where condition.inputs.isEmpty && obstacle == nil {
      obstacle = condition.isFixed ? nil : .untried(condition.program.text)
    }
    if obstacle == nil, let fixed = conditions.first(where: \.isFixed) {
      obstacle = .fixed(fixed.program.text)
    }
    for group in conditions.filter({ !$0.inputs.isEmpty && !$0.isOnAddress }).byInputs {
      guard let inputs = group.first?.inputs else { continue }
      if inputs.allSatisfy({ group.hold(usualValue(of: $0)) }) { continue }
      guard let value = group.candidates.first(where: group.hold) else {
        obstacle = obstacle ?? .untried(group.map(\.program.text).joined(separator: "' with '"))
        continue
      }
      world = inputs.reduce(world) { $0.setting($1, value) }
    }
    let onAddress = conditions.filter(\.isOnAddress)
    if let found = solve(onAddress, in: world) { return (found, obstacle) }
    return (
      world, obstacle ?? .untried(onAddress.map(\.program.text).joined(separator: "' with '"))
    )
  }

  /// So many addresses are tried.
  private static let mostAddresses = 4_000

  /// Values for conditions on one part of the address: hosts of the server's own site, whose cookies reach it, before
  /// others.
  private func candidates(_ group: [TrialCondition]) -> [String?] {
    let values = group.candidates
    guard group.first?.inputs == [.address("HOST")] else { return values }
    return values.map { $0.map(hostOfSite) } + values
  }

  /// Returns a value for a condition: a host of the server's own site where that is the same to the condition, as the
  /// cookies of other sites do not reach the server.
  func value(_ value: String?, for condition: TrialCondition) -> String? {
    guard condition.inputs == [.address("HOST")], let own = value.map(hostOfSite) else {
      return value
    }
    return condition.holds(own) == condition.holds(value) ? own : value
  }

  private func hostOfSite(_ name: String) -> String {
    "\(name).\(PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: host))".replacing("..", with: ".")
  }

  /// A world whose address fulfils conditions; its parts depend on each other.
  private func solve(_ conditions: [TrialCondition], in world: TrialWorld) -> TrialWorld? {
    var worlds = [world]
    for group in conditions.byInputs {
      let values = candidates(group).filter(group.hold)
      worlds = Array(
        worlds.flatMap { world in
          [world]
            + values.map { value in
              (group.first?.inputs ?? []).reduce(world) { $0.setting($1, value) }
            }
        }.prefix(Self.mostAddresses))
    }
    return worlds.first { world in
      let address = visit(world.page).url
      return conditions.allSatisfy { condition in
        condition.inputs.allSatisfy { condition.holds($0.value(inAddress: address)) }
      }
    }
  }
}

extension TrialInput {
  /// Whether it is a part of the page's address.
  var isOfAddress: Bool {
    switch self {
    case .address, .query: true
    case .dataLayer, .cookie, .referrer, .title, .header: false
    }
  }

  /// Returns the part of an address that the input is.
  fileprivate func value(inAddress address: String) -> String? {
    guard let url = WebURL(address) else { return nil }
    switch self {
    case .query(let name): return url.searchParameters[name]
    case .address("HOST"): return url.hostname
    case .address("PATH"): return url.pathname
    case .address("PROTOCOL"): return url.scheme
    case .address("PORT"): return url.port
    case .address("QUERY"): return url.query ?? ""
    case .address("FRAGMENT"): return url.fragment ?? ""
    default: return address
    }
  }
}
