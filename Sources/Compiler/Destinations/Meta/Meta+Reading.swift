import TagwrightPlan

extension Meta {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    var declaration = declaration
    declaration.limitedDataUse = options.limitedDataUse("data_processing_options")
    func number(_ name: String) -> Int {
      options.fixedCode("data_processing_options_\(name)").flatMap { Int($0) } ?? 0
    }
    self.init(
      declaration, appSecretProof: options.secret("appsecret_proof"),
      actionSource: ActionSource.simple[options.fixedText("action_source") ?? ""] ?? .website,
      region: number("country") == 1 ? .unitedStates(state: number("state")) : .ofTheAddress,
      optOut: options.source("opt_out"))
  }

  var writtenOptions: WrittenOptions {
    var options = WrittenOptions()
    if let appSecretProof {
      options.beforeConsent.append(("appSecretProof", .secret(appSecretProof)))
    }
    if actionSource.name != "website" {
      let words = actionSource.name.split(separator: "_").map {
        $0.prefix(1).uppercased() + $0.dropFirst()
      }
      let word = words.joined()
      options.beforeConsent.append(
        ("actionSource", .code(".\(word.prefix(1).lowercased())\(word.dropFirst())")))
    }
    if region.country != 0 {
      options.last.append(("region", .code(".unitedStates(state: \(region.state))")))
    }
    if let optOut { options.last.append(("optOut", .source(optOut))) }
    if automaticEvents { options.last.append(("automaticEvents", .code("true"))) }
    if grantsConsent { options.last.append(("grantsConsent", .code("true"))) }
    return options
  }
}
