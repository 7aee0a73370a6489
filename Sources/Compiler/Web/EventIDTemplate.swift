import CustomTemplate
import Templates

/// The variable template that gives each event of the data layer an id: the same for every tag of one event,
/// another for the next.
enum EventIDTemplate {
  static let name = "Event Id"
  /// The field for the number of an order, which is its event's id on every side.
  static let orderField = "order"
  /// The variable whose value is the number of an order.
  static let orderVariable = "Order number as event id"
  private static let code = TemplateCode(
    main: "return eventID(data.\(orderField));\n", library: WebLibrary.modules)

  static func draft(notes: String) -> TemplateDraft {
    let template = CustomTemplate(
      kind: .variable, side: .web, displayName: name,
      description: "An id for the current event: one for all its tags, another for the next event.",
      fields: [
        .text(
          name: orderField, displayName: "Order number",
          help:
            "Where there is one, it is the id: an order is counted once, however often its page loads."
        )
      ],
      code: code.text, permissions: code.calls.webPermissions, scenarios: scenarios, setup: setup,
      notes: notes)
    return TemplateDraft(
      name: name, text: TemplateText(template.text), fileName: "web-event-id")
  }

  private static let setup = """
    const page = {};
    let number = 4;
    let chance = 100000000;
    mock('copyFromWindow', (key) => page[key]);
    mock('setInWindow', (key, value, replaces) => {
      if (page[key] !== undefined && !replaces) return false;
      page[key] = value;
      return true;
    });
    mock('copyFromDataLayer', (key) => key === 'gtm.uniqueEventId' ? number : undefined);
    mock('getTimestampMillis', 1767225600000);
    mock('generateRandom', () => {
      chance = chance + 1;
      return chance;
    });
    """

  private static let scenarios = [
    TemplateScenario(
      name: "Gives all tags of one event the same id",
      code: """
        assertThat(runCode({})).isEqualTo('1767225600000.100000001.4');
        assertThat(runCode({})).isEqualTo('1767225600000.100000001.4');
        assertApi('generateRandom').wasCalledWith(100000000, 999999999);
        """),
    TemplateScenario(
      name: "Gives the next event another id, and another page too",
      code: """
        const first = runCode({});
        number = 5;
        assertThat(runCode({})).isEqualTo('1767225600000.100000001.5');
        number = 4;
        page.tagwrightPageLoad = undefined;
        assertThat(runCode({})).isEqualTo('1767225600000.100000002.4');
        assertThat(first).isEqualTo('1767225600000.100000001.4');
        """),
    TemplateScenario(
      name: "Gives an order its number, on whatever page",
      code: """
        assertThat(runCode({order: ' T-1001 '})).isEqualTo('T-1001');
        number = 9;
        assertThat(runCode({order: 'T-1001'})).isEqualTo('T-1001');
        assertThat(runCode({order: 1001})).isEqualTo('1001');
        assertApi('generateRandom').wasNotCalled();
        """),
    TemplateScenario(
      name: "Gives an event without an order an id all the same",
      code: """
        [undefined, null, '', '  ', {}, [], 'undefined', ' (Not Set) ', '{{order}}'].forEach((order) => {
          assertThat(runCode({order: order})).isEqualTo('1767225600000.100000001.4');
        });
        """),
    TemplateScenario(
      name: "Gives no id where events cannot be told apart",
      code: """
        number = undefined;
        assertThat(runCode({})).isUndefined();
        """),
  ]
}
