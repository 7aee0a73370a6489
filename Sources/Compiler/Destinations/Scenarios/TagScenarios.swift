import CustomTemplate
import JSONText
import Simulator
import TagwrightPlan

/// The `___TESTS___` of a tag's template: its mapping, its consent gate, its hashing, its error path.
///
/// They use nothing but what Tag Manager's own editor has, and pass there as they do here.
struct TagScenarios {
  private let template: TagTemplate
  private var declaration: DestinationDeclaration { template.destination.declaration }
  private var profile: DestinationProfile { template.profile }

  private let examples: [ExampleHit]

  init(_ template: TagTemplate) {
    self.template = template
    examples = template.events.indices.prefix(Self.mappedEvents).map { ExampleHit($0, template) }
  }

  /// The code that runs before each scenario: a hit with consent, a server that answers, a record
  /// of what was sent.
  var setup: String {
    """
    const JSON = require('JSON');
    let eventData = {\(granted)page_location: 'https://shop.example.com/'};
    let cookies = {};
    let headers = {};
    let query = {};
    let input = {\(account)\(consents)access_token: '\(DestinationProfile.exampleToken)'};
    let answer = {statusCode: \(profile.delivery.acceptedStatus), body: '\(profile.delivery.acceptedAnswer)'};
    const sent = [];
    mock('getEventData', (path) => eventData[path]);
    mock('getCookieValues', (name) => cookies[name] ? [cookies[name]] : []);
    mock('getRequestHeader', (name) => headers[name]);
    mock('getRequestQueryParameter', (name) => query[name]);
    mock('getTimestampMillis', 1767225600000);
    mock('sendHttpRequest', (url, options, body) => {
      sent.push({url: url, options: options, body: JSON.parse(body)});
      return {catch: (rejected) => ({then: (resolved) => resolved(answer || rejected({reason: 'timed_out'}))})};
    });
    \(examples.first?.lines ?? "")
    """
  }

  private var account: String {
    profile.account.filter(\.isSent).map { "\($0.field): \(JavaScript.literal($0.example)), " }
      .joined()
  }

  /// Consent in each field for it.
  private var consents: String {
    template.fields.filter { $0.base == TagFields.consent }.map { "\($0.name): true, " }.joined()
  }

  /// Everything that the plan asks for, where the code looks for it itself.
  private var granted: String {
    guard template.reads.isInline else { return "" }
    var types: [ConsentType] = []
    for policy in template.events.map(\.consent) {
      guard case .required(let required, _) = policy.kind else { continue }
      for type in required where !types.contains(type) { types.append(type) }
    }
    let states = types.map { "\($0.rawValue): 'granted'" }.joined(separator: ", ")
    return "'x-ga-gcs': 'G111', consent_state: {\(states)}, "
  }

  var scenarios: [TemplateScenario] {
    guard let first = examples.first else { return [] }
    var scenarios = examples.map(mapping)
    scenarios.append(bare(first))
    scenarios += consent(first)
    scenarios += hashing(first)
    scenarios += plainText(first)
    scenarios += errors(first)
    scenarios.append(
      TemplateScenario(
        name: "Does nothing on Tag Manager's preview pages",
        code: """
          eventData.page_location = 'https://gtm-msr.appspot.com/render2';
          runCode(input);
          assertThat(sent).hasLength(0);
          assertApi('gtmOnSuccess').wasCalled();
          """))
    return scenarios
  }

  /// A lookup table may have hundreds of rows; the first ones show the mapping.
  private static let mappedEvents = 25

  private func mapping(_ example: ExampleHit) -> TemplateScenario {
    TemplateScenario(
      name: TemplateScenario.suitableName(
        template.events.count == 1
          ? "Sends \(example.sentAs) with every value in \(profile.name)'s form"
          : "Sends \(example.mark) as \(example.sentAs), every value in \(profile.name)'s form"
      ),
      code: """
        \(example.mark == examples[0].mark ? "" : example.lines + "\n")runCode(input);
        assertThat(sent).hasLength(1);
        assertThat(sent[0].url).isEqualTo(\(JavaScript.literal(url)));
        \(authentication)const body = \(example.body.text(.compact));
        \(example.unpredicted.map(taken).joined())assertThat(sent[0].body).isEqualTo(body);
        \(success)
        """)
  }

  /// Returns the code that takes a member as it comes, since it depends on a variable that a
  /// scenario cannot fill.
  private func taken(_ member: Member) -> String {
    let path = path(to: member)
    return "if (sent[0].body\(path) !== undefined) body\(path) = sent[0].body\(path);\n"
  }

  /// Returns the path of a member in a body.
  private func path(to member: Member) -> String {
    (profile.body.path(to: Envelope.event) ?? "") + profile.path(to: member.place)
  }

  private var url: String {
    profile.delivery.url(profile.account.map(\.example), token: DestinationProfile.exampleToken)
  }

  private var authentication: String {
    guard case .header(let name, let prefix) = profile.delivery.authentication else { return "" }
    return
      "assertThat(sent[0].options.headers['\(name)']).isEqualTo('\(prefix)\(DestinationProfile.exampleToken)');\n"
  }

  private var success: String {
    """
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
    """
  }

  /// Without any value the tag still sends, and never fails; unless the destination refuses events of nobody.
  private func bare(_ example: ExampleHit) -> TemplateScenario {
    let rubbish = Self.rubbish(in: example.places, then: "runCode(input);")
    if !profile.needs.isEmpty {
      return TemplateScenario(
        name: "Sends nothing of somebody whom nothing identifies",
        code: """
          \(rubbish)
          assertThat(sent).hasLength(0);
          assertApi('gtmOnFailure').wasCalled();
          assertApi('gtmOnSuccess').wasNotCalled();
          """)
    }
    let event = profile.body.path(to: Envelope.event) ?? ""
    let name = event + (profile.event.pathToName ?? "")
    return TemplateScenario(
      name: "Leaves out what is missing or has the wrong form",
      code: """
        \(rubbish)
        assertThat(sent).hasLength(\(Self.rubbish.count));
        sent.forEach((request) => {
          assertThat(request.body\(name)).isEqualTo(\(JavaScript.literal(example.sentAs)));
          assertThat(request.body\(event)\(profile.path(to: profile.person.object))).isEqualTo({});
        });
        """)
  }

  /// Values that stand for nothing.
  private static let rubbish =
    ["undefined", "{}", "[]", "null", "false", "''", "' '"]
    + MissingText.examples.map(JavaScript.literal)

  /// The code that puts each of them everywhere, and then does something.
  static func rubbish(in places: [ExampleHit.Place], then check: String) -> String {
    """
    [\(rubbish.joined(separator: ", "))].forEach((rubbish) => {
      [\(places.map(\.assignment).joined(separator: ", "))].forEach((assign) => assign(rubbish));
      \(check)
    });
    """
  }

  private func consent(_ example: ExampleHit) -> [TemplateScenario] {
    guard template.reads.isInline else { return consentField(example) }
    guard
      case .required(let types, let whenMissing) = example.event.consent.kind,
      let type = types.first
    else { return [] }
    let grants = types.map { "\($0.rawValue): true" }.joined(separator: ", ")
    let expected = whenMissing == .granted ? 1 : 0
    return [
      TemplateScenario(
        name: "Stops on every signal that refuses \(type.rawValue)",
        code: """
          const hit = eventData;
          \(ConsentTemplate.refusals(of: type)).forEach((signal) => {
            eventData = {};
            for (const path in hit) if (path !== 'x-ga-gcs') eventData[path] = hit[path];
            for (const path in signal) eventData[path] = signal[path];
            runCode(input);
          });
          assertThat(sent).hasLength(0);
          assertApi('setCookie').wasNotCalled();
          assertApi('gtmOnSuccess').wasCalled();
          assertApi('gtmOnFailure').wasNotCalled();
          """),
      TemplateScenario(
        name: whenMissing == .granted
          ? "Takes a hit without any signal as consent"
          : "Stops where no signal says that \(type.rawValue) is granted",
        code: """
          eventData['x-ga-gcs'] = 'G1--';
          eventData.consent_state = undefined;
          eventData['x-ga-gcd'] = '13l3l3R3l5l1';
          eventData['x-sst-system_properties.consent.consentGrantedState'] = {\(grants)};
          runCode(input);
          assertThat(sent).hasLength(\(expected));
          eventData.consent_state = {\(grants)};
          runCode(input);
          assertThat(sent).hasLength(\(expected + 1));
          """),
    ]
  }

  private func consentField(_ example: ExampleHit) -> [TemplateScenario] {
    guard let consent = ConsentTemplate(example.event.consent),
      let field = template.reads.field(
        for: consent.source(at: example.event.place), base: TagFields.consent)
    else { return [] }
    return [
      TemplateScenario(
        name: "Stops unless the variable for consent says yes",
        code: """
          [false, undefined, 'true'].forEach((consent) => {
            input.\(field.name) = consent;
            runCode(input);
          });
          assertThat(sent).hasLength(0);
          assertApi('setCookie').wasNotCalled();
          assertApi('gtmOnSuccess').wasCalled();
          assertApi('gtmOnFailure').wasNotCalled();
          """)
    ]
  }

  private func hashing(_ example: ExampleHit) -> [TemplateScenario] {
    Self.hashing(example.places) { index, email in
      "runCode(input);\nassertThat(sent[\(index)].body\(path(to: email)))"
    }
  }

  /// - Parameter assertion: the code that looks at what became of the address, in which run.
  static func hashing(
    _ places: [ExampleHit.Place], _ assertion: (_ run: Int, _ email: Member) -> String
  ) -> [TemplateScenario] {
    let emails = places.compactMap { place in place.member.map { (place.assignment, $0) } }
    guard let (assignment, email) = emails.first(where: { $1.key == .email && !$1.isDigest })
    else { return [] }
    let digest = Conversion.digest(of: "alice@example.com")
    let isList = email.conversion.result("alice@example.com")?.array != nil
    let expected = isList ? "['\(digest)']" : "'\(digest)'"
    func check(_ run: Int) -> String { "\(assertion(run, email)).isEqualTo(\(expected));" }
    return [
      TemplateScenario(
        name: "Hashes once, a digest passes in lower case",
        code: """
          const assign = \(assignment);
          assign('\(digest.uppercased())');
          \(check(0))
          assign(['Alice@Example.com', 'alice@example.com', 'no address']);
          \(check(1))
          assign({0: 'ALICE@EXAMPLE.COM', 1: '\(digest)'});
          \(check(2))
          """)
    ]
  }

  /// An address or a number in what is sent as it is stays on the server.
  private func plainText(_ example: ExampleHit) -> [TemplateScenario] {
    // Without its id some destinations take no event.
    let places = example.places.filter { place in
      !(profile.needsEventID && place.member?.place == profile.eventID)
    }
    return Self.plainText(
      places, then: "runCode(input);",
      """
      assertThat(sent).hasLength(2);
      sent.map((request) => JSON.stringify(request.body))
      """)
  }

  /// - Parameters:
  ///   - run: the code that runs with what was put into the places.
  ///   - texts: an expression, at the end of some code: the texts that it led to.
  static func plainText(
    _ places: [ExampleHit.Place], then run: String, _ texts: String
  ) -> [TemplateScenario] {
    let places = places.filter { $0.member?.conversion.isText ?? false }
    guard !places.isEmpty else { return [] }
    return [
      TemplateScenario(
        name: "Lets no e-mail address and no phone number out in plain text",
        code: """
          ['jane.doe@example.com', 'https://shop.example.com/?q=jane.doe%40example.com&p=%2B49%201555%2000123#a'].forEach((given) => {
            [\(places.map(\.assignment).joined(separator: ", "))].forEach((assign) => assign(given));
            \(run)
          });
          \(texts).forEach((text) => {
            assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
            assertThat(text.indexOf('1555')).isEqualTo(-1);
          });
          """)
    ]
  }

  private func errors(_ example: ExampleHit) -> [TemplateScenario] {
    let token = TemplateScenario(
      name: "Fails without a token, and sends nothing",
      code: """
        \(example.lines)
        input.access_token = 'REPLACE_WITH_TOKEN';
        runCode(input);
        assertThat(sent).hasLength(0);
        assertApi('gtmOnFailure').wasCalled();
        """)
    guard declaration.outcome == .ofTheAnswer else { return [token] }
    return [
      token,
      TemplateScenario(
        name: "Fails where \(profile.name) answers \(profile.delivery.refusal.words)",
        code: """
          answer = {statusCode: \(profile.delivery.refusal.status), body: '\(profile.delivery.refusal.body)'};
          runCode(input);
          assertApi('gtmOnFailure').wasCalled();
          assertApi('gtmOnSuccess').wasNotCalled();
          """),
      TemplateScenario(
        name: "Fails where \(profile.name) does not answer, or not in JSON",
        code: """
          answer = undefined;
          runCode(input);
          answer = {statusCode: 502, body: '<html>'};
          runCode(input);
          assertThat(sent).hasLength(2);
          assertApi('gtmOnFailure').wasCalled();
          assertApi('gtmOnSuccess').wasNotCalled();
          """),
    ]
  }
}
