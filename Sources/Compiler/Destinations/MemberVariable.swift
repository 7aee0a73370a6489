import Diagnostics
import TagwrightPlan

/// A variable that has members of a destination's events ready, once for all of its tags.
struct MemberVariable: Hashable, Sendable {
  /// The members that one variable has.
  enum Group: CaseIterable {
    /// What says who the person is.
    case person
    /// The products with their type.
    case products
  }

  let group: Group
  let destination: String
  /// What tells it from the one that most events share; `nil` for that.
  let detail: String?

  var name: String {
    switch group {
    case .person: "\(detail ?? destination)\(Self.ofPerson)"
    case .products: "\(destination) Product Data" + (detail.map { " (\($0))" } ?? "")
    }
  }

  /// The ending of the names of those for people.
  static let ofPerson = " User Data"

  func source(at place: SourcePlace?) -> Source { Source(.variable(name: name), at: place) }

  /// The name of the tag's field for it, and what a person reads above.
  var field: String { group == .person ? "user_data" : "product_data" }
  var label: String { group == .person ? "User data" : "Product data" }
}

extension Member {
  /// The variable that has it, where sources are fields.
  var variableGroup: MemberVariable.Group? {
    switch step {
    case .user: .person
    case .contentType, .contents: .products
    default: nil
    }
  }
}

extension ResolvedEvent {
  /// The variables that have members of it ready.
  func variables(of destination: String) -> [MemberVariable] {
    MemberVariable.Group.allCases.compactMap { group in
      guard members.contains(where: { $0.variableGroup == group }) else { return nil }
      let detail =
        switch group {
        case .person: mapping.userData.isEmpty ? nil : tagName
        case .products:
          payload.contents?.detail(hasType: members.contains { $0.step == .contentType })
        }
      return MemberVariable(group: group, destination: destination, detail: detail)
    }
  }
}

extension Contents {
  /// The words for products from elsewhere, or of another type; `nil` for what most events declare.
  ///
  /// - Parameter hasType: whether the destination takes a type.
  fileprivate func detail(hasType: Bool) -> String? {
    let usual = [Contents.items.source, Contents.items.type.source]
    let declared = [source] + (hasType ? [type.source] : [])
    let words = zip(declared, usual).filter { $0 != $1 }.map { source, _ in
      if case .constant(let text) = source.kind { text } else { source.shownText }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
