import Diagnostics
import SandboxedJS
import TagManager

extension ContractRule {
  /// Returns the findings for an observation: those of the rules that know why, or what was seen.
  static func findings(
    for observation: Observation, _ sides: ContractSides, _ pair: ContractPair
  ) -> [ContractFinding] {
    var limited = sides
    limited.event = observation.event
    limited.pixelTag = observation.pixelTag
    limited.serverTag = observation.serverTag
    limited.trigger = observation.trigger
    limited.sentName = observation.sentName
    // A plan says itself where consent is not needed, and which values it wants.
    let isDecided = [.browserID, .sentWithoutConsent, .conversion].contains(observation.symptom)
    if pair.isPlanned, isDecided { return [] }
    let explained = all.filter { $0.symptoms.contains(observation.symptom) }
      .flatMap { $0.findings(limited) }
      .filter { finding in observation.member.map { finding.message.contains("'\($0)'") } ?? true }
    if !explained.isEmpty { return explained }
    guard let rule = rule(of: observation.symptom) else { return [] }
    return [
      ContractFinding(
        rule: rule.id, severity: observation.isWarning ? .warning : .error, side: observation.side,
        kind: "tag", name: observation.tag, message: observation.message, fix: observation.fix,
        event: observation.event)
    ]
  }

  /// Under which rule something is told that no rule explains; `nil` for what is nothing by itself.
  private static func rule(of symptom: Observation.Symptom) -> ContractRule? {
    switch symptom {
    case .names: .differentEventNames
    case .pixels: .differentPixels
    case .ids: .differentIDs
    case .noPixelID, .noServerID: .eventWithoutID
    case .pixelAlone, .serverAlone, .neverOnServer: .eventOnOneSide
    case .consent: .consentDiffers
    case .sameID: .unsuitableID
    case .twice: .countedTwice
    case .pastServer: .noServerAddress
    case .otherServer: .otherServer
    case .browserID: .browserIDChain
    case .neverFires: .triggerNeverTrue
    case .sentWithoutConsent, .conversion: nil
    }
  }

  /// Hits that go to another server than the container's own.
  static func serverAddress(of pair: ContractPair, _ addresses: [String]) -> [ContractFinding] {
    let own = pair.serverURLs.compactMap { WebURL($0).map { "\($0.scheme)://\($0.hostname)" } }
    let others =
      own.isEmpty ? Array(addresses.dropFirst()) : addresses.filter { !own.contains($0) }
    return others.map { address in
      ContractFinding(
        rule: otherServer.id, severity: .error, side: .web, kind: "tag",
        name: pair.web.tags.first { $0.type == "googtag" }?.name ?? "Google tag",
        message: own.isEmpty
          ? "hits go to two servers, '\(addresses[0])' and '\(address)'"
          : "hits go to '\(address)', and the server container runs at '\(own[0])'",
        fix: "let 'server_container_url' be the address of the server container")
    }
  }
}
