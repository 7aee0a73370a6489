import TagwrightPlan

/// Prints declarations as Swift. Triggers and templates have Swift names, by which the others refer to them.
struct PlanPrinter {
  /// The Swift names of triggers, by their own.
  let triggerNames: [String: String]
  /// The Swift names of templates, by their own.
  let templateNames: [String: String]

  /// A declaration; `nil` for what is none of an adopted container's.
  func expression(_ element: ContainerElement) -> SwiftExpression? {
    switch element.kind {
    case .ga4Client(let client): expression(client)
    case .ga4Tag(let tag): expression(tag)
    case .trigger(let trigger): expression(trigger)
    case .rawTag(let tag): expression(tag)
    case .rawTrigger(let trigger): expression(trigger)
    case .rawVariable(let variable): expression(variable)
    case .variable(let variable): expression(variable)
    case .builtIns(let builtIns):
      .call("BuiltIns", builtIns.variables.map { .init(nil, Self.expression($0)) })
    case .rawClient(let client): expression(client)
    case .rawTemplate(let template): expression(template)
    case .rawTransformation(let transformation): expression(transformation)
    case .rawZone(let zone): expression(zone)
    case .rawMember(let member): expression(member)
    case .rawGoogleTagSettings(let settings):
      .call(
        "RawGoogleTagSettings",
        [.init("type", .string(settings.type))] + parameters(settings.parameters))
    case .externalVariable, .templateTag, .templateVariable, .templateClient, .folder,
      .destination, .example:
      nil
    }
  }

  // MARK: Arguments

  func notes(_ notes: String?) -> [SwiftExpression.Argument] {
    notes.map { [.init("notes", .string($0))] } ?? []
  }

  func parameters(
    _ parameters: [RawParameter], label: String = "parameters"
  ) -> [SwiftExpression.Argument] {
    parameters.isEmpty ? [] : [.init(label, .array(parameters.map { expression($0) }))]
  }

  func type(_ type: RawType) -> SwiftExpression.Argument {
    switch type {
    case .named(let word): .init("type", .string(word))
    case .template(let template): .init("template", self.template(template))
    }
  }

  func template(_ template: RawTemplate) -> SwiftExpression {
    templateNames[template.name].map { .word($0) } ?? expression(template)
  }

  func triggers(_ references: [TriggerReference]) -> SwiftExpression {
    .array(references.map { trigger($0) })
  }

  private func trigger(_ reference: TriggerReference) -> SwiftExpression {
    switch reference.kind {
    case .trigger(let trigger): named(trigger.name)
    case .named(let name): named(name)
    case .allEvents: .call(".allEvents", [])
    case .id("2147479553"): .call(".allPages", [])
    case .id("2147479573"): .call(".initialization", [])
    case .id("2147479572"): .call(".consentInitialization", [])
    case .id(let id): .call(".id", [.init(nil, .string(id))])
    }
  }

  private func named(_ name: String) -> SwiftExpression {
    triggerNames[name].map { .call(".trigger", [.init(nil, .word($0))]) }
      ?? .call(".named", [.init(nil, .string(name))])
  }

  static func expression(_ builtIn: BuiltIn) -> SwiftExpression {
    if let word = PlanPrinter.word(for: builtIn) { return .word(".\(word)") }
    return .call(
      ".other", [.init(nil, .string(builtIn.word)), .init(nil, .string(builtIn.name))])
  }

  /// The plan's name for a built-in variable: `EVENT_NAME` is `eventName`.
  static func word(for builtIn: BuiltIn) -> String? {
    guard BuiltIn.all.contains(builtIn) else { return nil }
    let words = builtIn.word.split(separator: "_").map { $0.lowercased() }
    return words[0]
      + words.dropFirst().map {
        $0 == "id" ? "ID" : $0.prefix(1).uppercased() + $0.dropFirst()
      }.joined()
  }
}
