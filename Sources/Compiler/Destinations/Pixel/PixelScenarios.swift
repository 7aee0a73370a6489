import CustomTemplate
import TagwrightPlan

/// The scenarios that the pixel's web template carries.
struct PixelScenarios {
  private let template: PixelTemplate

  init(_ template: PixelTemplate) {
    self.template = template
  }

  let setup = """
    const calls = [];
    const page = {'ttq.track': () => {}};
    const input = {pixel_code: 'EXAMPLE0000000000000', event: 'Purchase', event_id: 'id-1'};
    mock('copyFromWindow', (key) => page[key]);
    mock('callInWindow', (path, first, second, third) => {
      calls.push([path, first, second, third]);
    });
    mock('createQueue', () => (entry) => {
      calls.push(entry);
    });
    mock('setInWindow', true);
    mock('injectScript', (url, onSuccess, onFailure) => {
      onSuccess();
    });
    """

  var scenarios: [TemplateScenario] {
    let shared = [thirdArgument, twoTags, withoutID, properties, total, person, incomplete]
    return shared + (template.isInstalled ? [absent] : [loads, blocked])
  }

  private let thirdArgument = TemplateScenario(
    name: "Hands the event's id over as the third argument",
    code: """
      runCode(input);
      assertThat(calls).isEqualTo([
        ['ttq.track', 'Purchase', {}, {pixel_code: 'EXAMPLE0000000000000', event_id: 'id-1'}]
      ]);
      assertApi('gtmOnSuccess').wasCalled();
      """)

  private let twoTags = TemplateScenario(
    name: "Leaves the id as the variable gives it, whichever tag asks",
    code: """
      input.event_id = ' 1767225600000.100000001.4 ';
      runCode(input);
      input.event = 'AddToCart';
      runCode(input);
      assertThat(calls.map((call) => call[3].event_id)).isEqualTo([
        '1767225600000.100000001.4', '1767225600000.100000001.4'
      ]);
      assertThat(calls.map((call) => call[1])).isEqualTo(['Purchase', 'AddToCart']);
      """)

  private let withoutID = TemplateScenario(
    name: "Names no id where there is none",
    code: """
      [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
        input.event_id = id;
        runCode(input);
      });
      assertThat(calls.length).isEqualTo(8);
      calls.forEach((call) => assertThat(call[3]).isEqualTo({pixel_code: 'EXAMPLE0000000000000'}));
      """)

  private let properties = TemplateScenario(
    name: "Sends properties in the form that the server sends",
    code: """
      input.properties = [
        {name: 'content_type', type: 'content_type', value: 'product_group'},
        {name: 'contents', type: 'contents', value: [{item_id: 12345, item_name: 'Tee', price: '29.99', quantity: 2}]},
        {name: 'value', type: 'number', value: undefined},
        {name: 'value', type: 'number', value: '0'},
        {name: 'currency', type: 'currency', value: '$'},
        {name: 'currency', type: 'currency', value: 'eur'},
        {name: 'num_items', type: 'integer', value: '2'},
        {name: 'content_ids', type: 'texts', value: ['12345']},
        {name: 'order_id', type: 'text', value: 1001}
      ];
      runCode(input);
      assertThat(calls[0][2]).isEqualTo({
        content_type: 'product_group',
        contents: [{content_type: 'product_group', content_id: '12345', content_name: 'Tee', price: 29.99, quantity: 2}],
        value: 0,
        currency: 'EUR',
        num_items: 2,
        content_ids: ['12345'],
        order_id: '1001'
      });
      """)

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
        assertThat(calls[0][2].value).\(isSummed ? "isEqualTo(3)" : "isUndefined()");
        assertThat(calls[0][2].currency).\(isSummed ? "isEqualTo('USD')" : "isUndefined()");
        """)
  }

  private let person = TemplateScenario(
    name: "Leaves hashing to the pixel, and hashes nothing twice",
    code: """
      const digest = 'F660AB912EC121D1B1E928A0BB4BC61B15F5AD44D5EFDC4E1C92A25E99B8E44A';
      input.person = [
        {name: 'email', value: ' Alice@Example.com '},
        {name: 'email', value: 'second@example.com'},
        {name: 'sha256_email', value: digest},
        {name: 'phone_number', value: '+1 (555) 0100-123'},
        {name: 'sha256_phone_number', value: 'no digest'},
        {name: 'external_id', value: 'User_123'}
      ];
      runCode(input);
      assertThat(calls[0]).isEqualTo(['ttq.identify', {
        email: 'alice@example.com',
        sha256_email: digest.toLowerCase(),
        phone_number: '+15550100123',
        external_id: 'User_123'
      }, undefined, undefined]);
      assertThat(calls[1][0]).isEqualTo('ttq.track');
      input.person = [{name: 'email', value: digest}, {name: 'phone_number', value: 'none'}];
      runCode(input);
      assertThat(calls[2][1]).isEqualTo({sha256_email: digest.toLowerCase()});
      """)

  private let incomplete = TemplateScenario(
    name: "Fails without a pixel code or an event",
    code: """
      runCode({pixel_code: 'EXAMPLE0000000000000'});
      runCode({event: 'Purchase'});
      runCode({});
      assertThat(calls).isEqualTo([]);
      assertApi('gtmOnSuccess').wasNotCalled();
      assertApi('gtmOnFailure').wasCalled();
      """)

  private let absent = TemplateScenario(
    name: "Fails on a page without the pixel",
    code: """
      page['ttq.track'] = undefined;
      runCode(input);
      assertThat(calls).isEqualTo([]);
      assertApi('gtmOnFailure').wasCalled();
      """)

  private let loads = TemplateScenario(
    name: "Queues what comes before the pixel has loaded",
    code: """
      page['ttq.track'] = undefined;
      input.person = [{name: 'external_id', value: 'u1'}];
      runCode(input);
      assertThat(calls).isEqualTo([
        ['identify', {external_id: 'u1'}],
        ['track', 'Purchase', {}, {pixel_code: 'EXAMPLE0000000000000', event_id: 'id-1'}]
      ]);
      assertApi('setInWindow').wasCalledWith('TiktokAnalyticsObject', 'ttq', false);
      assertApi('injectScript').wasCalled();
      assertApi('gtmOnSuccess').wasCalled();
      """)

  private let blocked = TemplateScenario(
    name: "Fails where the pixel cannot be loaded",
    code: """
      mock('injectScript', (url, onSuccess, onFailure) => {
        onFailure();
      });
      runCode(input);
      assertApi('gtmOnFailure').wasCalled();
      assertApi('gtmOnSuccess').wasNotCalled();
      """)
}
