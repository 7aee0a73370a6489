import TagwrightPlan

/// What a rule looks at, and the code that finds what breaks it.
enum Check: Sendable {
  /// The plan as a whole.
  case plan(@Sendable (ResolvedPlan) -> [Finding])
  /// A container as it was declared.
  case container(@Sendable (ResolvedContainer) -> [Finding])
  /// A container in Tag Manager's own terms.
  case lowered(@Sendable (LoweredContainer) -> [Finding])
  /// The plan as it is for each of several environments.
  case environments(@Sendable ([ResolvedPlan]) -> [Finding])
  /// What the plan's examples lead to, which whoever can run a container finds out.
  case examples
  /// The allowances that allowed nothing.
  case unusedAllowances(@Sendable ([Allowance]) -> [Finding])

  /// One value of a kind that containers and destinations declare, after another.
  static func each<Value>(
    _ values: any KeyPath<DeclaredValues, [Declared<Value>]> & Sendable,
    _ find: @escaping @Sendable (Declared<Value>, ResolvedContainer) -> [Finding]
  ) -> Check {
    .container { container in
      container.declared[keyPath: values].flatMap { declared in
        find(declared, container).map { $0.allowed(by: declared.allowances) }
      }
    }
  }

  /// One destination of a kind after another.
  static func each<Kind: Destination>(
    _ kind: Kind.Type, _ find: @escaping @Sendable (Kind, ResolvedContainer) -> [Finding]
  ) -> Check {
    .container { container in
      container.destinations(of: kind).flatMap { destination in
        let allowances = (destination as? any AllowanceHolder)?.allowances ?? []
        return find(destination, container).map { $0.allowed(by: allowances) }
      }
    }
  }
}

extension ResolvedContainer {
  /// Its destinations of one kind.
  func destinations<Kind: Destination>(of kind: Kind.Type) -> [Kind] {
    elements.compactMap { element in
      guard case .destination(let destination) = element.kind else { return nil }
      return destination as? Kind
    }
  }
}
