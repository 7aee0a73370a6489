import CustomTemplate
import Templates

/// The variable template that reads a query parameter of the page's address; Tag Manager has no such type
/// for server containers.
enum URLParameterTemplate {
  /// The field that names the parameter.
  static let field = "parameter"
  static let name = "Page URL Parameter"
  /// The fields of the browser's template for what the server's reads in the event data.
  static let locationField = "location"
  static let referrerField = "referrer"
  private static let code = TemplateCode(
    main: "return urlParameter(data.\(field));\n", library: .shared)

  static func draft(notes: String) -> TemplateDraft {
    let template = CustomTemplate(
      kind: .variable, displayName: name,
      description: "A query parameter of the page, or of a referrer on the same host.",
      fields: [
        .text(
          name: field, displayName: "Parameter",
          help: "The name of the parameter in the page's address.", valueHint: "click_id",
          validators: [.nonEmpty])
      ],
      code: code.text, permissions: code.calls.permissions(loggingAlways: false),
      scenarios: scenarios, setup: setup, notes: notes)
    return TemplateDraft(
      name: name, text: TemplateText(template.text), fileName: "page-url-parameter")
  }

  /// The same in the browser, where variables give the addresses.
  static func browserDraft(notes: String) -> TemplateDraft {
    let code = TemplateCode(
      main: "return pageParameter(data.\(field), data.\(locationField), data.\(referrerField));\n",
      library: WebLibrary.modules)
    let template = CustomTemplate(
      kind: .variable, side: .web, displayName: name,
      description: "A query parameter of the page, or of a referrer on the same host.",
      fields: [
        .text(
          name: field, displayName: "Parameter", valueHint: "click_id", validators: [.nonEmpty]),
        .text(name: locationField, displayName: "The page's address"),
        .text(name: referrerField, displayName: "The address of the page before"),
      ],
      code: code.text, permissions: code.calls.webPermissions, scenarios: browserScenarios,
      notes: notes)
    return TemplateDraft(
      name: name, text: TemplateText(template.text), fileName: "web-page-url-parameter")
  }

  private static let browserScenarios = [
    TemplateScenario(
      name: "Reads the page's own address, then that of a referrer on the same host",
      code: """
        const read = (location, referrer) => runCode({parameter: 'click_id', location: location, referrer: referrer});
        const own = 'https://shop.example.com/?click_id=first&click_id=own';
        const before = 'https://shop.example.com/?click_id=earlier';
        assertThat(read(own, before)).isEqualTo('own');
        assertThat(read('https://shop.example.com/cart', before)).isEqualTo('earlier');
        assertThat(read('https://elsewhere.example.org/', before)).isUndefined();
        assertThat(read('', undefined)).isUndefined();
        """)
  ]

  private static let setup = """
    let page = {};
    mock('getEventData', (path) => page[path]);
    """

  private static let scenarios = [
    TemplateScenario(
      name: "Reads the page's own address",
      code: """
        page = {
          page_location: 'https://shop.example.com/?click_id=first&click_id=own',
          page_referrer: 'https://shop.example.com/?click_id=earlier'
        };
        assertThat(runCode({parameter: 'click_id'})).isEqualTo('own');
        """),
    TemplateScenario(
      name: "Reads a referrer only on the same host",
      code: """
        page = {
          page_location: 'https://shop.example.com/cart',
          page_referrer: 'https://shop.example.com/?click_id=earlier'
        };
        assertThat(runCode({parameter: 'click_id'})).isEqualTo('earlier');
        page.page_referrer = 'https://elsewhere.example.org/?click_id=foreign';
        assertThat(runCode({parameter: 'click_id'})).isUndefined();
        """),
    TemplateScenario(
      name: "Gives nothing without an address",
      code: """
        assertThat(runCode({parameter: 'click_id'})).isUndefined();
        page = {page_location: 12, page_referrer: 'no address'};
        assertThat(runCode({parameter: 'click_id'})).isUndefined();
        """),
  ]
}
