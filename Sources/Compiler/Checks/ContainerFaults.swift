import ContainerCheck
import Diagnostics
import TagManager
import TagwrightPlan

extension LoweredPlan {
  /// What Tag Manager would refuse in the containers that the plan leads to, where no rule for plans has found it.
  ///
  /// Templates are left out: those of a file have rules of their own, and the others are made here.
  var faults: [Diagnostic] {
    containers.flatMap { container in
      container.draft.faults { container.places[$0] ?? container.resolved.declaration.place }
    }
      + webContainers.flatMap { container in
        container.draft.faults { _ in container.resolved.declaration.place }
      }
  }
}

extension ContainerDraft {
  fileprivate func faults(at place: (EntityKey) -> SourcePlace) -> [Diagnostic] {
    // Variables of the live container come with the import into it.
    let external = Set(externalVariables.map { "variable '\($0)'" })
    let faults = numbered.version.faults(readsTemplates: false).filter { fault in
      fault.severity == .error && !(fault.missing.map(external.contains) ?? false)
    }
    return faults.map { fault in
      let key = fault.kind.key.map { EntityKey(kind: $0, name: fault.name) }
      return Diagnostic(
        .error, rule: fault.rule, fault.message,
        at: place(key ?? EntityKey(kind: .tag, name: "")), notes: [.init(fault.mend)])
    }
  }
}

extension EntityKind {
  /// The kind under which places are kept.
  fileprivate var key: EntityKey.Kind? {
    switch self {
    case .customTemplate: .template
    case .tag, .trigger, .variable, .client, .folder: EntityKey.Kind(rawValue: rawValue)
    default: nil
    }
  }
}
