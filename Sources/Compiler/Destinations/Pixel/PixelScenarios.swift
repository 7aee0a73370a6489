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

  /// What runs before each scenario: a page with the pixel, and what its functions were called with.
  var setup: String {
    """
    const calls = [];
    const page = {\(form.functions.map { "'\($0)': () => {}" }.joined(separator: ", "))};
    const input = {\(account.field): '\(account.example)', event: 'Purchase', event_id: 'id-1'};
    const events = () => calls.filter((call) => \(eventTest)).map((call) => ({event: \(argument(\.event)), properties: \(argument(\.properties)), options: \(argument(\.options))}));
    const people = () => calls.filter((call) => \(personTest)).map((call) => call[\(form.personCall.person + 1)]);
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

  private func argument(_ place: (PixelForm.Call) -> Int) -> String {
    "call[\(form.calls.first.map(place).map { $0 + 1 } ?? 0)]"
  }

  private var eventTest: String {
    form.calls.first.map { Self.test($0.function, $0.verb) } ?? "false"
  }
  private var personTest: String { Self.test(form.personCall.function, form.personCall.verb) }

  private static func test(_ function: String, _ verb: String?) -> String {
    "call[0] === '\(function)'" + (verb.map { " && call[1] === '\($0)'" } ?? "")
  }

  /// The options of an event, with an id or without.
  private func options(_ id: String?) -> JSON {
    var members: [JSONObject.Member] = []
    if let member = form.pixelMember { members.append(.init(member, .string(account.example))) }
    if let id { members.append(.init(form.idMember, .string(id))) }
    return .object(JSONObject(members))
  }

  var scenarios: [TemplateScenario] {
    let shared =
      [handsOverID, twoTags, withoutID, properties, total]
      + (people.isEmpty ? [] : [plainPerson, digests])
      + [incomplete]
    return shared + (template.isInstalled ? [absent] : [loads, blocked] + form.scenarios)
  }

  private var handsOverID: TemplateScenario {
    TemplateScenario(
      name: "Hands the event's id over where the pixel looks for it",
      code: """
        runCode(input);
        assertThat(events()).isEqualTo([{event: 'Purchase', properties: {}, options: \(options("id-1").text(.compact))}]);
        assertApi('gtmOnSuccess').wasCalled();
        """)
  }

  private var twoTags: TemplateScenario {
    TemplateScenario(
      name: "Leaves the id as the variable gives it, whichever tag asks",
      code: """
        input.event_id = ' 1767225600000.100000001.4 ';
        runCode(input);
        input.event = 'AddToCart';
        runCode(input);
        assertThat(events().map((sent) => sent.options.\(form.idMember))).isEqualTo([
          '1767225600000.100000001.4', '1767225600000.100000001.4'
        ]);
        assertThat(events().map((sent) => sent.event)).isEqualTo(['Purchase', 'AddToCart']);
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
        events().forEach((sent) => assertThat(sent.options).isEqualTo(\(options(nil).text(.compact))));
        """)
  }

  private var properties: TemplateScenario {
    let contents = profile.commerce.contents(type: "'product_group'")
    var expected: [JSONObject.Member] = [
      .init("content_type", "product_group"),
      .init("contents", contents.result(contents.example) ?? []), .init("value", 0),
      .init("currency", "EUR"), .init("order_id", "1001"),
    ]
    expected += profile.commerce.derived.filter { $0.belongs(to: .purchase) }.map {
      .init($0.name, $0.example)
    }
    return TemplateScenario(
      name: "Sends properties in the form that the server sends",
      code: """
        input.properties = [
          {name: 'content_type', type: 'content_type', value: 'product_group'},
          {name: 'contents', type: 'contents', value: \(contents.example.text(.compact))},
          {name: 'value', type: 'number', value: undefined},
          {name: 'value', type: 'number', value: '0'},
          {name: 'currency', type: 'currency', value: '$'},
          {name: 'currency', type: 'currency', value: 'eur'},
          {name: 'order_id', type: 'text', value: 1001}
        ];
        runCode(input);
        assertThat(events()[0].properties).isEqualTo(\(JSON.object(JSONObject(expected)).text(.compact)));
        """)
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
        const found = events()[0].properties;
        assertThat(found.value).\(isSummed ? "isEqualTo(3)" : "isUndefined()");
        assertThat(found.currency).\(isSummed ? "isEqualTo('USD')" : "isUndefined()");
        """)
  }

  /// The pixel's name of each match key, its example, and what the pixel gets of it.
  private var people: [(name: String, example: JSON, plain: String)] {
    template.keys.compactMap { key -> (name: String, example: JSON, plain: String)? in
      guard let form = profile.person.forms[key.kind], let name = form.pixelName,
        let example = form.conversion(key).example.string,
        let plain = form.conversion(key).plain
      else { return nil }
      return (name, .string(example), plain.result(.string(example)))
    }
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
        runCode({event: 'Purchase'});
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
        assertThat(events()).isEqualTo([{event: 'Purchase', properties: {}, options: \(options("id-1").text(.compact))}]);
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
