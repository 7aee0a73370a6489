import ContainerCheck
import Diagnostics
import TagManager
import TagwrightPlan

extension LoweredPlan {
  /// What Tag Manager would refuse in the containers that the plan leads to, where no rule for plans has found it.
  ///
  /// Templates are left out: those of a file have rules of their own, and the others are made here.
  /// Of what was taken over they are warnings: Tag Manager has it.
  var faults: [Diagnostic] {
    declaredContainers.flatMap { container in
      container.export.version.faults(besides: container.draft.externalVariables) {
        container.places[$0] ?? container.resolved.declaration.place
      } severity: {
        container.resolved.isAdopted(at: $0) ? .warning : .error
      }
    }
  }
}

extension ContainerVersion {
  /// - Parameter external: variables of the live container, which come with the import into it.
  fileprivate func faults(
    besides external: [String], at place: (EntityKey) -> SourcePlace,
    severity: (SourcePlace) -> Diagnostic.Severity
  ) -> [Diagnostic] {
    let external = Set(external.map { "variable '\($0)'" })
    let faults = faults(readsTemplates: false).filter { fault in
      fault.severity == .error && !(fault.missing.map(external.contains) ?? false)
    }
    return faults.map { fault in
      let key = fault.kind.key.map { EntityKey(kind: $0, name: fault.name) }
      let place = place(key ?? EntityKey(kind: .tag, name: ""))
      return Diagnostic(
        severity(place), rule: fault.rule, fault.message, at: place, notes: [.init(fault.mend)])
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
