import CustomTemplate
import JSONText
import TagwrightPlan

/// The scenarios that the pixel's web template carries.
struct PixelScenarios {
  let template: PixelTemplate
  private var form: PixelForm { template.form }
  private var account: AccountField { template.account }
  private var profile: DestinationProfile { template.profile }
  private var people: [PixelTemplate.PersonMember] { template.people }

  /// The code that runs before each scenario: a page with the pixel, and a record of its calls.
  var setup: String {
    """
    const calls = [];
    const page = {\(form.script.functions.map { "'\($0)': () => {}" }.joined(separator: ", "))};
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

  private var call: PixelForm.Call { form.script.calls[0] }
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

  /// Scenarios by their names.
  private typealias Scenarios = KeyValuePairs<String, String>

  var scenarios: [TemplateScenario] {
    var all = [ofID]
    if form.takesProperties { all.append(ofProperties) }
    if !people.isEmpty { all.append(ofPerson) }
    all.append([
      "Fails without a pixel or an event": """
      runCode({\(account.field): '\(account.example)'});
      runCode({event: input.event});
      runCode({});
      assertThat(calls).isEqualTo([]);
      assertApi('gtmOnSuccess').wasNotCalled();
      assertApi('gtmOnFailure').wasCalled();
      """
    ])
    if template.isInstalled {
      all.append([
        "Fails on a page without the pixel": """
        \(withoutPixel)
        runCode(input);
        assertThat(calls).isEqualTo([]);
        assertApi('gtmOnFailure').wasCalled();
        """
      ])
    } else {
      all.append(ofLoading)
    }
    // A page gets it once, whatever tags follow.
    if !template.isInstalled, form.personCall != nil, !form.tellsInstalledPixel {
      all.append([
        "Initialises the pixel once": """
        runCode(input);
        runCode(input);
        assertThat(people()).hasLength(1);
        assertThat(events()).hasLength(2);
        """
      ])
    }
    return all.joined().map { TemplateScenario(name: $0, code: $1) }
      + (template.isInstalled ? [] : form.scenarios)
  }

  private var ofID: Scenarios {
    [
      "Hands the event's id over where the pixel looks for it": """
      runCode(input);
      assertThat(events()).isEqualTo([\(arguments())]);
      assertApi('gtmOnSuccess').wasCalled();
      """,
      "Leaves the id as the variable gives it, whichever tag asks": """
      input.event_id = ' 1767225600000.100000001.4 ';
      runCode(input);
      input.event = '\(names.second)';
      runCode(input);
      assertThat(events()).isEqualTo([
        \(arguments(id: "1767225600000.100000001.4")),
        \(arguments(names.second, id: "1767225600000.100000001.4"))
      ]);
      """,
      "Names no id where there is none": """
      [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
        input.event_id = id;
        runCode(input);
      });
      assertThat(events()).hasLength(8);
      events().forEach((sent) => assertThat(sent).isEqualTo(\(arguments(id: nil))));
      """,
    ]
  }

  private var ofProperties: Scenarios {
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
    let isSummed = template.destination.declaration.missingValue == .fromContents
    return [
      "Sends properties in the form that the server sends": """
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
      """,
      isSummed
        ? "Sums up products that have no total" : "Sends no total that it was not given": """
      input.properties = [
        {name: 'contents', type: 'contents', value: [{item_id: 'A', price: 1.5, quantity: 2, currency: 'usd'}]}
      ];
      runCode(input);
      const found = events()[0][\(call.properties)];
      assertThat(found.\(form.property("value") ?? "value")).\(isSummed ? "isEqualTo(3)" : "isUndefined()");
      assertThat(found.\(form.property("currency") ?? "currency")).\(isSummed ? "isEqualTo('USD')" : "isUndefined()");
      """,
    ]
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

  private var ofPerson: Scenarios {
    let rows = people.flatMap { one in
      [
        "{name: '\(one.name)', value: \(one.example.text(.compact))}",
        "{name: 'sha256_\(one.name)', value: 'no digest'}",
      ]
    }
    let plain = JSON.object(JSONObject(people.map { .init($0.name, .string($0.result)) }))
    let digest = Conversion.digest(of: "alice@example.com")
    let names = JavaScript.list(people.map(\.name) + people.map { "sha256_\($0.name)" })
    let digests = JSON.object(
      JSONObject(people.map { .init(form.digestMember($0.name), .string(digest)) }))
    return [
      "Leaves hashing to the pixel": """
      input.person = [
        \(rows.joined(separator: ",\n  "))
      ];
      runCode(input);
      assertThat(people()).isEqualTo([\(plain.text(.compact))]);
      """,
      "Hands digests over in lower case, and hashes nothing twice": """
      input.person = \(names).map((name) => ({name: name, value: '\(digest.uppercased())'}));
      runCode(input);
      assertThat(people()).isEqualTo([\(digests.text(.compact))]);
      """,
    ]
  }

  /// The lines after which the page has no pixel.
  private var withoutPixel: String {
    form.script.functions.map { "page['\($0)'] = undefined;" }.joined(separator: "\n")
  }

  private var ofLoading: Scenarios {
    [
      "Queues what comes before the pixel has loaded": """
      \(withoutPixel)
      \(people.first.map { "input.person = [{name: '\($0.name)', value: \($0.example.text(.compact))}];" } ?? "")
      runCode(input);
      assertThat(events()).isEqualTo([\(arguments())]);
      \(people.first.map { "assertThat(people()).isEqualTo([{\($0.name): \(JavaScript.literal($0.result))}]);" } ?? "")
      assertApi('injectScript').wasCalled();
      assertApi('gtmOnSuccess').wasCalled();
      """,
      "Fails where the pixel cannot be loaded": """
      \(withoutPixel)
      mock('injectScript', (url, onSuccess, onFailure) => {
        onFailure();
      });
      runCode(input);
      assertApi('gtmOnFailure').wasCalled();
      assertApi('gtmOnSuccess').wasNotCalled();
      """,
    ]
  }
}
