import Diagnostics
import TagManager
import TagwrightPlan

extension AdoptedContainer {
  /// The numbers of declarations, by kind.
  package struct Counts: Sendable {
    /// In the plan's own words, such as `2 triggers`.
    package let ownWords: [String]
    /// In Tag Manager's own terms.
    package let rawWords: [String]
  }

  /// The numbers of declarations, by kind.
  package var counts: Counts {
    var own: [String] = []
    var raw: [EntityKind] = []
    for element in parts.flatMap(\.elements) {
      switch element.kind {
      case .ga4Client: own.append("GA4 client")
      case .ga4Tag: own.append("GA4 tag")
      case .trigger: own.append("trigger")
      case .variable: own.append("variable")
      case .builtIns(let builtIns):
        own += Array(repeating: "built-in variable", count: builtIns.variables.count)
      case .rawTag: raw.append(.tag)
      case .rawTrigger: raw.append(.trigger)
      case .rawVariable: raw.append(.variable)
      case .rawClient: raw.append(.client)
      case .rawTemplate: raw.append(.customTemplate)
      case .rawTransformation: raw.append(.transformation)
      case .rawZone: raw.append(.zone)
      case .rawGoogleTagSettings: raw.append(.gtagConfig)
      case .externalVariable, .templateTag, .templateVariable, .templateClient, .folder,
        .rawMember, .example:
        break
      case .destination: own.append("destination")
      }
    }
    own += Array(repeating: "folder", count: parts.count { $0.folder?.origin == .here })
    let words = [
      "destination", "GA4 client", "GA4 tag", "trigger", "variable", "built-in variable", "folder",
    ]
    return Counts(
      ownWords: words.compactMap { word in
        let count = own.count { $0 == word }
        return count == 0 ? nil : count.counted(word)
      },
      rawWords: EntityKind.allCases.compactMap { kind in
        let count = raw.count { $0 == kind }
        return count == 0 ? nil : kind.count(count)
      })
  }
}
