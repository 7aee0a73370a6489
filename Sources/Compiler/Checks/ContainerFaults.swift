import ContainerCheck
import Diagnostics
import TagManager
import TagwrightPlan

extension LoweredPlan {
  /// What Tag Manager would refuse in the containers that the plan leads to, where no rule for plans has found it.
  ///
  /// Templates are left out: those of a file have rules of their own, and the others are made here.
  /// In a container that was taken over they are warnings: Tag Manager has it.
  var faults: [Diagnostic] {
    declaredContainers.flatMap { container in
      let declaration = container.resolved.declaration
      return container.draft.faults(declaration.isAdopted ? .warning : .error) {
        container.places[$0] ?? declaration.place
      }
    }
      + webContainers.flatMap { container in
        container.draft.faults(.error) { _ in container.resolved.declaration.place }
      }
  }
}

extension ContainerDraft {
  fileprivate func faults(
    _ severity: Diagnostic.Severity, at place: (EntityKey) -> SourcePlace
  ) -> [Diagnostic] {
    // Variables of the live container come with the import into it.
    let external = Set(externalVariables.map { "variable '\($0)'" })
    let faults = numbered.version.faults(readsTemplates: false).filter { fault in
      fault.severity == .error && !(fault.missing.map(external.contains) ?? false)
    }
    return faults.map { fault in
      let key = fault.kind.key.map { EntityKey(kind: $0, name: fault.name) }
      return Diagnostic(
        severity, rule: fault.rule, fault.message,
        at: place(key ?? EntityKey(kind: .tag, name: "")), notes: [.init(fault.mend)])
    }
  }
}

extension EntityKind {
  /// The kind under which places are kept.
  fileprivate var key: EntityKey.Kind? {
    switch self {
    case .customTemplate: .template
    case .tag, .trigger, .variable, .client, .folder, .transformation, .zone:
      EntityKey.Kind(rawValue: rawValue)
    default: nil
    }
  }
}
