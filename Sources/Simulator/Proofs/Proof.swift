/// What is tried out over whole containers; each holds for every event and every form of it, or has findings.
package struct Proof: Hashable, Sendable {
  /// A stable id, such as `proof-consent`.
  package let id: String
  /// The short name in reports, such as `consent`.
  package let name: String
  /// What holds, in one line.
  package let summary: String
  /// The forms that are tried, and the consequence of a finding, in a few sentences.
  package let documentation: String
  /// A sentence of a report about it.
  package let example: String

  /// Every proof, in the order of reports.
  package static let all: [Proof] = [
    .events, .consent, .deduplication, .personalData, .requiredFields, .browserConsent, .layouts,
  ]

  static let events = Proof(
    id: "proof-events", name: "events", summary: "there is an event that fires a tag",
    documentation:
      "The proofs try out the events that tags wait for. Without one, nothing can be tried, and nothing is proved.",
    example: "no tag waits for an event that can be tried out")

  static let consent = Proof(
    id: "proof-consent", name: "consent",
    summary: "nothing is sent, and no cookie set, without the consent that the plan asks for",
    documentation: """
      Each event is tried with every signal of consent that a hit can carry: 'gcs', 'gcd', the server's own states and
      those of other clients, granted, denied and missing, alone and together. No tag may send a request or set a cookie
      where one of them denies what the plan asks for, nor where none says anything, unless the plan says so.
      """,
    example: "tag 'Purchase' sends or sets a cookie though 'ad_storage' is denied")

  static let deduplication = Proof(
    id: "proof-deduplication", name: "deduplication",
    summary: "every event has the id by which browser and server are counted once",
    documentation: """
      Each event is tried twice with the same hit, and with that of another event. The same hit has to give the same
      request, another one another id, and the id has to be one that the hit brings: the pixel cannot have an id that
      the server makes up. Words that stand for nothing, such as 'undefined', must not become ids.
      """,
    example: "tag 'Purchase' sends the same id for two events")

  static let personalData = Proof(
    id: "proof-personal-data", name: "personal data",
    summary: "no person's data leaves the server as it is, or stands in a log",
    documentation: """
      Each event is tried with a person's data in every form in which clients send it, then with an e-mail address and a
      phone number in every other field that the tags read. None of it may stand in a request, a cookie or a line of the
      log. Fields whose words leave as they are for other reasons are listed, and are no findings.
      """,
    example:
      "tag 'Search' lets an e-mail address of 'search_term' out as it is, in 'q' to 'https://api.example.com/'"
  )

  static let requiredFields = Proof(
    id: "proof-required-fields", name: "required fields",
    summary: "every request has the members that its destination requires",
    documentation: """
      Each event is tried with items in every shape and without them, with values as numbers and as texts, and with
      currencies in lower case and with blanks. What the destination requires of the event has to be in the request, in
      the form that it takes.
      """,
    example:
      "tag 'Purchase' sends no usable 'properties.currency' where 'items' is a list of one")

  static let browserConsent = Proof(
    id: "proof-browser-consent", name: "consent in the browser",
    summary: "what identifies a person stays in the browser without consent",
    documentation: """
      Every event of the page is played with every combination of consent. Where it lacks what the destinations of the
      event ask for, no request and no call of a pixel may hold an e-mail address, a phone number or a user id.
      """,
    example:
      "tag 'Event: purchase' sends an e-mail address though no destination of the event has the consent for it"
  )

  package static let layouts = Proof(
    id: "proof-layouts", name: "layouts", summary: "every layout and source style sends the same",
    documentation: """
      The plan is laid out as tags per event, as tags that share a template and with a lookup table, with visible and
      with inline sources. Each event is sent through all of them, and the requests and cookies are compared.
      """,
    example:
      "a tag per event with visible sources and a lookup table with visible sources send different requests or cookies"
  )
}
