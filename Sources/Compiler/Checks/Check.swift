import TagwrightPlan

/// The subject of a rule, and the code that finds what breaks the rule.
enum Check: Sendable {
  /// The plan as a whole.
  case plan(@Sendable (ResolvedPlan) -> [Finding])
  /// A container as it was declared.
  case container(@Sendable (ResolvedContainer) -> [Finding])
  /// A container in Tag Manager's own terms.
  case lowered(@Sendable (LoweredContainer) -> [Finding])
  /// The plan as a whole, on a day; nothing where the day is unknown, so that what is generated knows no clock.
  case day(@Sendable (ResolvedPlan, CalendarDay) -> [Finding])
  /// The plan as it is for each of several environments.
  case environments(@Sendable ([ResolvedPlan]) -> [Finding])
  /// The results of the plan's examples, which whoever can run a container finds out.
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

  /// One destination after another.
  static func eachDestination(
    of kind: (any CompiledDestination.Type)? = nil,
    _ find: @escaping @Sendable (ResolvedDestination, ResolvedContainer) -> [Finding]
  ) -> Check {
    .container { container in
      container.destinations.filter { kind == nil || $0.kind == kind }.flatMap { destination in
        find(destination, container).map { $0.allowed(by: destination.declaration.allowances) }
      }
    }
  }

  /// One line of an event map after another.
  static func eachEvent(
    of kind: (any CompiledDestination.Type)? = nil,
    _ find: @escaping @Sendable (ResolvedEvent, ResolvedDestination) -> [Finding]
  ) -> Check {
    .eachDestination(of: kind) { destination, _ in
      destination.events.flatMap { event in
        find(event, destination).map { $0.allowed(by: event.mapping.allowances) }
      }
    }
  }

  /// Each match key that a destination or one of its events declares.
  static func eachKey(
    _ find: @escaping @Sendable (MatchKey, ResolvedDestination) -> Finding?
  ) -> Check {
    .eachDestination { destination, _ in
      destination.userData.compactMap { find($0, destination) }
        + destination.events.flatMap { event in
          event.mapping.userData.compactMap { key in
            find(key, destination)?.allowed(by: event.mapping.allowances)
          }
        }
    }
  }

  /// Each place that an event's id may come from, with the first event that it is for.
  static func eachEventIDSource(
    _ find: @escaping @Sendable (Source, ResolvedEvent, ResolvedDestination) -> Finding?
  ) -> Check {
    .eachDestination { destination, _ in
      var seen: Set<SourceUse> = []
      return destination.events.flatMap { event in
        (event.eventID?.candidates ?? []).compactMap { source -> Finding? in
          let use = SourceUse(source: source, isPurchase: event.role == .purchase)
          guard event.mapping.eventID != nil || seen.insert(use).inserted else { return nil }
          let finding = find(source, event, destination)
          return event.mapping.eventID == nil
            ? finding : finding?.allowed(by: event.mapping.allowances)
        }
      }
    }
  }
}

/// A source of the destination's, and whether it is asked for a purchase.
private struct SourceUse: Hashable {
  let source: Source
  let isPurchase: Bool
}
