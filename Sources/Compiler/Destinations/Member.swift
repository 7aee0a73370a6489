import JSONText
import TagwrightPlan

/// A member of an event's request: where it stands, what goes there and where that comes from.
///
/// Each event has one ordered list of them, made in `resolve`; all that is generated for the event is made from it.
struct Member: Hashable, Sendable {
  /// Lines of a tag run in the order of their steps.
  enum Step: Int, Comparable {
    case consent, user, contentType, contents, value, currency, properties, page, event, notes,
      cookies

    static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
  }

  /// The ways to make a member where no source has a value.
  enum Fallback: Hashable {
    /// An expression, and its value for the example.
    case code(String, example: JSON?)
    /// A value for each item of a list, by an expression of `item`.
    case items(Source, code: String)
  }

  /// A cookie that keeps the member's value.
  struct Cookie: Hashable {
    let name: String
    let seconds: Int
    /// The source that reads the same cookie: what it has is not written again.
    let source: Source?
  }

  let place: MemberPlace
  let step: Step
  /// Lines of one step run in the order of their ranks, also where several events share some of them.
  var rank = 0
  let conversion: Conversion
  /// In the order in which they are asked.
  var sources: [Source]
  var fallbacks: [Fallback] = []
  /// The value that the plan fixes; with sources it is sent where one of them says yes.
  var fixed: JSON?
  var isFixed: Bool { fixed != nil }
  /// The name of the tag's field for it, with what a person reads above.
  let field: String
  let label: String
  let group: Group
  /// The match key that it is, and whether its sources have digests.
  var key: MatchKey.Kind?
  var isDigest = false
  var cookie: Cookie?
  /// The sources that keep an id in the destination's own form.
  var kept: [Source] = []
  /// Whether the destination, not the event, declares it.
  var isShared = false
  /// Whether the event is of no use without it.
  var isRequired = false
  /// Whether it is another name for the member before.
  var isRepeated = false
  /// Its row in the pixel's table; `nil` for what the pixel does not take.
  var pixel: PixelRow?
  /// The field of the pixel's tag that its own code reads; `nil` for what has a row or is not taken.
  var pixelField: String?

  /// The headings of a tag's fields.
  enum Group: String, CaseIterable {
    case user = "User data"
    case event = "Event"
    case hit = "Hit"
  }

  /// A row of the pixel's tag: the name of a value, and the form it is brought to.
  struct PixelRow: Hashable {
    let name: String
    let type: String
  }

  /// An option of the whole event, from a source.
  static func option(
    _ name: String, _ source: Source?, _ conversion: Conversion, field: String? = nil,
    pixelField: String? = nil, in object: String = Envelope.event, rank: Int = 1
  ) -> Member {
    var member = Member(
      place: MemberPlace(object, name), step: .event, rank: rank, conversion: conversion,
      sources: source?.candidates ?? [], field: field ?? name, label: label(field ?? name),
      group: .hit)
    member.isShared = true
    member.pixelField = pixelField
    return member
  }

  /// An option of the whole event that the plan fixes.
  ///
  /// - Parameter condition: says whether an event has it; `nil` for all events.
  static func option(
    _ name: String, _ value: JSON, in object: String = Envelope.event,
    where condition: Source? = nil, rank: Int = 1
  ) -> Member {
    var member = option(name, condition, .truth, in: object, rank: rank)
    member.fixed = value
    return member
  }

  /// An option of the whole event for limited data use, as the plan has it.
  ///
  /// - Parameter isOfPixel: whether the pixel's own code reads it, too.
  static func option(
    _ name: String, _ value: JSON, in object: String = Envelope.event, _ use: LimitedDataUse,
    isOfPixel: Bool = false
  ) -> [Member] {
    guard case .from(let source) = use else {
      return use.isOff ? [] : [option(name, value, in: object)]
    }
    var member = option(name, value, in: object, where: source)
    member.pixelField = isOfPixel ? name : nil
    return [member]
  }

  /// `order_id` as `Order id`.
  static func label(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A place in a request: a member of one of the envelope's objects.
struct MemberPlace: Hashable, Sendable {
  let object: String
  let name: String

  init(_ object: String, _ name: String) {
    self.object = object
    self.name = name
  }

  /// A member of the event itself.
  static func event(_ name: String) -> MemberPlace { MemberPlace(Envelope.event, name) }

  /// The expression that reads it.
  var code: String { "\(object).\(name)" }
  /// The name for people: with its object where that is not a part of every event's own members.
  var shownName: String { object == Envelope.event ? name : code }
}
