import CustomTemplate
import JSONText
import TagwrightPlan

/// The scenarios that the pixel's web template carries.
struct PixelScenarios {
  private let template: PixelTemplate
  private var form: PixelForm { template.form }
  private var profile: DestinationProfile { template.profile }

  init(_ template: PixelTemplate) {
    self.template = template
  }

  private var account: (field: String, example: String) {
    (profile.account.first?.field ?? "", profile.account.first?.example ?? "")
  }

  /// The code that runs before each scenario: a page with the pixel, and a record of its calls.
  var setup: String {
    """
    const calls = [];
    const page = {\(form.functions.map { "'\($0)': () => {}" }.joined(separator: ", "))};
    const input = {\(account.field): '\(account.example)', event: '\(names.first)', event_id: 'id-1'};
    const events = () => calls.filter((call) => \(Self.test(call.function, call.verb))).map((call) => call.slice(1, \(count + 1)));\(peopleOfCalls)
    mock('copyFromWindow', (key) => page[key]);
    mock('callInWindow', (path, first, second, third, fourth, fifth) => {
      calls.push([path, first, second, third, fourth, fifth]);
    });
    mock('createQueue', (name) => (entry) => {
      calls.push([name + '.' + entry[0]].concat(entry.slice(1)));
    });
    mock('setInWindow', (key, value) => {
      page[key] = value;
      return true;
    });
    mock('injectScript', (url, onSuccess, onFailure) => {
      onSuccess();
    });
    """
  }

  private var call: PixelForm.Call { form.calls[0] }
  /// The number of arguments that the call has.
  private var count: Int { max(call.options, call.properties) + 1 }

  /// The pixel's names for two events.
  private var names: (first: String, second: String) {
    func name(_ role: EventRole) -> String? {
      profile.vocabulary.events.first { $0.role == role }.map { form.spelling($0.name) }
    }
    guard call.event != call.properties else { return ("104012", "104013") }
    return (name(.purchase) ?? "purchase", name(.addToCart) ?? "add")
  }

  /// The arguments of a call, with an id or without.
  private func arguments(
    _ event: String? = nil, _ properties: [JSONObject.Member] = [], id: String? = "id-1"
  ) -> String {
    let event = event ?? names.first
    var properties = JSONObject(properties)
    var options = JSONObject()
    if let member = form.pixelMember { options[member] = .string(account.example) }
    if call.event == call.properties, let member = form.eventMember {
      properties[member] = .number(JSONNumber(unchecked: event))
    }
    if call.hasOptions {
      options[form.idMember] = id.map { .string($0) }
    } else {
      properties[form.idMember] = id.map { .string($0) }
    }
    let list = (0..<count).map { place -> JSON in
      switch place {
      case call.properties: .object(properties)
      case call.options: .object(options)
      case call.event: .string(event)
      case call.pixel: .string(account.example)
      default: .string(call.verb ?? "")
      }
    }
    return JSON.array(list).text(.compact)
  }

  /// The code that finds who the visitor is in the calls that say so; other settings may stand
  /// beside it.
  private var peopleOfCalls: String {
    guard let personCall = form.personCall else { return "" }
    let names = people.map(\.name) + people.map { form.digestMember($0.name) }
    return """

      const people = () => calls.filter((call) => \(Self.test(personCall.function, personCall.verb))).map((call) => {
        const found = {};
        \(JavaScript.list(names)).forEach((name) => {
          if (call[\(personCall.person + 1)][name] !== undefined) found[name] = call[\(personCall.person + 1)][name];
        });
        return found;
      });
      """
  }

  private static func test(_ function: String, _ verb: String?) -> String {
    "call[0] === '\(function)'" + (verb.map { " && call[1] === '\($0)'" } ?? "")
  }

  var scenarios: [TemplateScenario] {
    let shared =
      [handsOverID, twoTags, withoutID] + (form.takesProperties ? [properties, total] : [])
      + (people.isEmpty ? [] : [plainPerson, digests])
      + [incomplete]
    if template.isInstalled { return shared + [absent] }
    let isInitialised = form.personCall != nil && !form.tellsInstalledPixel
    return shared + [loads, blocked] + (isInitialised ? [initialisedOnce] : []) + form.scenarios
  }

  /// A page gets it once, whatever tags follow.
  private var initialisedOnce: TemplateScenario {
    TemplateScenario(
      name: "Initialises the pixel once",
      code: """
        runCode(input);
        runCode(input);
        assertThat(people()).hasLength(1);
        assertThat(events()).hasLength(2);
        """)
  }

  private var handsOverID: TemplateScenario {
    TemplateScenario(
      name: "Hands the event's id over where the pixel looks for it",
      code: """
        runCode(input);
        assertThat(events()).isEqualTo([\(arguments())]);
        assertApi('gtmOnSuccess').wasCalled();
        """)
  }

  private var twoTags: TemplateScenario {
    TemplateScenario(
      name: "Leaves the id as the variable gives it, whichever tag asks",
      code: """
        input.event_id = ' 1767225600000.100000001.4 ';
        runCode(input);
        input.event = '\(names.second)';
        runCode(input);
        assertThat(events()).isEqualTo([
          \(arguments(id: "1767225600000.100000001.4")),
          \(arguments(names.second, id: "1767225600000.100000001.4"))
        ]);
        """)
  }

  private var withoutID: TemplateScenario {
    TemplateScenario(
      name: "Names no id where there is none",
      code: """
        [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
          input.event_id = id;
          runCode(input);
        });
        assertThat(events()).hasLength(8);
        events().forEach((sent) => assertThat(sent).isEqualTo(\(arguments(id: nil))));
        """)
  }

  private var properties: TemplateScenario {
    let commerce = profile.commerce.inBrowser
    let contents = commerce.contents(type: "'product_group'")
    var found: [JSONObject.Member] = [
      .init("content_type", "product_group"),
      .init("contents", contents.result(contents.example) ?? []), .init("value", 0),
      .init("currency", "EUR"),
    ]
    found += commerce.orderID.map { .init($0, "1001") }
    found += commerce.derived.filter { $0.belongs(to: .purchase) }.map {
      .init($0.name, $0.example)
    }
    let orders = commerce.orderID.map { ",\n  {name: '\($0)', type: 'id', value: 1001}" }
    return TemplateScenario(
      name: "Sends properties in the form that the server sends",
      code: """
        input.properties = [
          {name: 'content_type', type: 'content_type', value: 'product_group'},
          {name: 'contents', type: 'contents', value: \(contents.example.text(.compact))},
          {name: 'value', type: 'number', value: undefined},
          {name: 'value', type: 'number', value: '0'},
          {name: 'currency', type: 'currency', value: '$'},
          {name: 'currency', type: 'currency', value: 'eur'}\(orders.joined())
        ];
        runCode(input);
        assertThat(events()).isEqualTo([\(arguments(nil, renamed(found)))]);
        """)
  }

  /// Members by the names of the pixel, as its tag gives them.
  private func renamed(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    members.compactMap { member in
      guard let name = form.property(member.key) else { return nil }
      let entries = member.value.array?.map { entry in
        entry.object.map { .object(JSONObject(renamed($0.members))) } ?? entry
      }
      return .init(name, entries.map { .array($0) } ?? member.value)
    }
  }

  private var total: TemplateScenario {
    let isSummed = template.destination.declaration.missingValue == .fromContents
    return TemplateScenario(
      name: isSummed
        ? "Sums up products that have no total" : "Sends no total that it was not given",
      code: """
        input.properties = [
          {name: 'contents', type: 'contents', value: [{item_id: 'A', price: 1.5, quantity: 2, currency: 'usd'}]}
        ];
        runCode(input);
        const found = events()[0][\(call.properties)];
        assertThat(found.\(form.property("value") ?? "value")).\(isSummed ? "isEqualTo(3)" : "isUndefined()");
        assertThat(found.\(form.property("currency") ?? "currency")).\(isSummed ? "isEqualTo('USD')" : "isUndefined()");
        """)
  }

  /// The pixel's name of each match key, its example, and what the pixel gets of it.
  private var people: [(name: String, example: JSON, plain: String)] {
    template.people.map { ($0.name, $0.conversion.example, $0.plain.result($0.conversion.example)) }
  }

  private var plainPerson: TemplateScenario {
    let rows = people.flatMap { one in
      [
        "{name: '\(one.name)', value: \(one.example.text(.compact))}",
        "{name: 'sha256_\(one.name)', value: 'no digest'}",
      ]
    }
    let plain = JSON.object(JSONObject(people.map { .init($0.name, .string($0.plain)) }))
    return TemplateScenario(
      name: "Leaves hashing to the pixel",
      code: """
        input.person = [
          \(rows.joined(separator: ",\n  "))
        ];
        runCode(input);
        assertThat(people()).isEqualTo([\(plain.text(.compact))]);
        """)
  }

  private var digests: TemplateScenario {
    let digest = Conversion.digest(of: "alice@example.com")
    let names = JavaScript.list(people.map(\.name) + people.map { "sha256_\($0.name)" })
    let digests = JSON.object(
      JSONObject(people.map { .init(form.digestMember($0.name), .string(digest)) }))
    return TemplateScenario(
      name: "Hands digests over in lower case, and hashes nothing twice",
      code: """
        input.person = \(names).map((name) => ({name: name, value: '\(digest.uppercased())'}));
        runCode(input);
        assertThat(people()).isEqualTo([\(digests.text(.compact))]);
        """)
  }

  private var incomplete: TemplateScenario {
    TemplateScenario(
      name: "Fails without a pixel or an event",
      code: """
        runCode({\(account.field): '\(account.example)'});
        runCode({event: input.event});
        runCode({});
        assertThat(calls).isEqualTo([]);
        assertApi('gtmOnSuccess').wasNotCalled();
        assertApi('gtmOnFailure').wasCalled();
        """)
  }

  /// The lines after which the page has no pixel.
  private var withoutPixel: String {
    form.functions.map { "page['\($0)'] = undefined;" }.joined(separator: "\n")
  }

  private var absent: TemplateScenario {
    TemplateScenario(
      name: "Fails on a page without the pixel",
      code: """
        \(withoutPixel)
        runCode(input);
        assertThat(calls).isEqualTo([]);
        assertApi('gtmOnFailure').wasCalled();
        """)
  }

  private var loads: TemplateScenario {
    TemplateScenario(
      name: "Queues what comes before the pixel has loaded",
      code: """
        \(withoutPixel)
        \(people.first.map { "input.person = [{name: '\($0.name)', value: \($0.example.text(.compact))}];" } ?? "")
        runCode(input);
        assertThat(events()).isEqualTo([\(arguments())]);
        \(people.first.map { "assertThat(people()).isEqualTo([{\($0.name): \(JavaScript.literal($0.plain))}]);" } ?? "")
        assertApi('injectScript').wasCalled();
        assertApi('gtmOnSuccess').wasCalled();
        """)
  }

  private var blocked: TemplateScenario {
    TemplateScenario(
      name: "Fails where the pixel cannot be loaded",
      code: """
        \(withoutPixel)
        mock('injectScript', (url, onSuccess, onFailure) => {
          onFailure();
        });
        runCode(input);
        assertApi('gtmOnFailure').wasCalled();
        assertApi('gtmOnSuccess').wasNotCalled();
        """)
  }
}
