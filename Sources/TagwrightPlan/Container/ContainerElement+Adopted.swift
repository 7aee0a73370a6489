package import Diagnostics

extension [ContainerElement] {
  /// The elements were taken over from Tag Manager, as `init --into` writes them: see `ServerContainer.adopted()`.
  public func adopted() -> [ContainerElement] {
    map { element in
      guard case .folder(var folder) = element.kind else {
        var copy = element
        copy.isAdopted = true
        return copy
      }
      folder.isAdopted = true
      folder.elements = folder.elements.adopted()
      return ContainerElement(kind: .folder(folder))
    }
  }
}

extension ContainerElement.Kind {
  /// The place of its declaration.
  package var place: SourcePlace {
    switch self {
    case .ga4Client(let client): client.place
    case .ga4Tag(let tag): tag.place
    case .trigger(let trigger): trigger.place
    case .rawTag(let tag): tag.place
    case .rawTrigger(let trigger): trigger.place
    case .rawVariable(let variable): variable.place
    case .externalVariable(let variable): variable.place
    case .variable(let variable): variable.place
    case .builtIns(let builtIns): builtIns.place
    case .rawClient(let client): client.place
    case .rawTemplate(let template): template.place
    case .rawTransformation(let transformation): transformation.place
    case .rawZone(let zone): zone.place
    case .rawGoogleTagSettings(let settings): settings.place
    case .rawMember(let member): member.place
    case .templateTag(let tag): tag.place
    case .templateVariable(let variable): variable.place
    case .templateClient(let client): client.place
    case .folder(let folder): folder.place
    case .destination(let destination): destination.place
    case .example(let example): example.place
    }
  }
}
