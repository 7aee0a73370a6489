/// By what the contract knows a destination's tags and pixels in any export, made by Tagwright or not.
package struct ContractVocabulary: Sendable {
  /// The destination's name.
  let service: String
  /// The host that its server tags send to; their templates name it.
  let host: String
  /// The ways of calling its pixel with an event, and the member of their options that holds the event's id.
  let pixelCalls: [PixelForm.Call]
  let pixelIDMember: String
  /// The destination's name for what its pixel calls so.
  let eventName: @Sendable (String) -> String
  /// The fields of its tags that hold the pixel's code.
  let pixelKeys: Set<String>
  /// The fields that hold the event's name.
  let eventKeys: Set<String>
  /// The fields that hold the event's id.
  let eventIDKeys: Set<String>
  /// The member of requests that holds the event's id.
  let eventIDMember: String
  /// The first-party cookie of the pixel that holds the browser's id, a value as the pixel makes it, and the server's
  /// fields for it.
  let browserID: (cookie: String, example: String, keys: Set<String>)
  /// Whether its pixel takes a digest under another name than a plain value.
  let takesDigestsApart: Bool
  /// The fields whose values the destination's templates hash.
  let hashedKeys: Set<String>
  /// Events that are worthless without these fields, each by its names.
  let conversions: Set<String>
  let conversionKeys: [(name: String, keys: Set<String>)]
  /// The currencies that it takes.
  let currencies: Set<String>
}
