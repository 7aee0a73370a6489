import Diagnostics
import TagManager

extension ContractRule {
  /// The pixel looks for the id in its third argument.
  static let idNotThirdArgument = ContractRule(
    "id-not-third-argument", .error, "the pixel gets the id in its third argument",
    because: """
      The pixel takes the id from the third argument of its call; among the properties it is just one more property.
      """,
    explains: [.noPixelID, .ids]
  ) { sides in
    sides.pixelTags.filter { !$0.hasThirdArgument }.map { tag in
      let call = sides.vocabulary.pixelCall
      let member = sides.vocabulary.eventIDMember
      return Breach(
        side: .web, name: tag.tag.name,
        message:
          "'\(call)' gets no '\(member)' in its third argument: among the properties it is not an id",
        fix: "write \(call)(event, properties, {\(member): …})")
    }
  }
}
