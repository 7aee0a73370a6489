import CustomTemplate

/// The variable template that gives a condition in the browser what the server will compare: the value of the event
/// data as the page's hit carries it.
enum SentValueTemplate {
  static let name = "Event Data as Sent"
  /// The field for the value of the path's first key.
  static let valueField = "value"
  static let pathField = "path"
  private static let code = TemplateCode(
    main: "return sentValue(data.\(pathField), data.\(valueField));\n", library: WebLibrary.modules)

  static func draft(notes: String) -> TemplateDraft {
    let template = CustomTemplate(
      kind: .variable, side: .web, displayName: name,
      description: "A value of the event data, in the form in which the server gets it.",
      fields: [
        .text(
          name: pathField, displayName: "Path in the event data",
          valueHint: "user_data.email_address", validators: [.nonEmpty]),
        .text(
          name: valueField, displayName: "Value",
          help: "What the page sends for the first key of the path."),
      ],
      code: code.text, permissions: code.calls.webPermissions, scenarios: scenarios, notes: notes)
    return TemplateDraft(
      name: name, text: TemplateText(template.text), fileName: "web-event-data-as-sent")
  }

  private static let scenarios = [
    TemplateScenario(
      name: "Has no value where the hit has none",
      code: """
        [undefined, null, ''].forEach((value) => {
          assertThat(runCode({path: 'plan', value: value})).isUndefined();
          assertThat(runCode({path: 'language', value: value})).isUndefined();
        });
        assertThat(runCode({path: 'page.kind', value: {kind: 'home'}})).isUndefined();
        """),
    TemplateScenario(
      name: "Leaves texts and numbers as they are, and makes a text of a truth value",
      code: """
        assertThat(runCode({path: 'plan', value: 'basic'})).isEqualTo('basic');
        assertThat(runCode({path: 'value', value: 0})).isEqualTo(0);
        assertThat(runCode({path: 'member', value: true})).isEqualTo('true');
        assertThat(runCode({path: 'language', value: 'de-DE'})).isEqualTo('de-de');
        """),
    TemplateScenario(
      name: "Finds a part of the user data, as text",
      code: """
        const person = {email_address: 'alice@example.com', phone_number: 15550100123, address: [{city: 'Berlin'}], empty: [null, '']};
        const read = (path) => runCode({path: 'user_data.' + path, value: person});
        assertThat(read('email_address')).isEqualTo('alice@example.com');
        assertThat(read('phone_number')).isEqualTo('15550100123');
        assertThat(read('address.0.city')).isEqualTo('Berlin');
        assertThat(read('address.city')).isUndefined();
        assertThat(read('address')).isEqualTo({});
        assertThat(read('empty')).isUndefined();
        assertThat(read('user_id')).isUndefined();
        """),
    TemplateScenario(
      name: "Finds a field of an item, numbers as numbers",
      code: """
        const things = [{item_id: 17, price: '29.90', item_brand: null}];
        const read = (path) => runCode({path: 'items.' + path, value: things});
        assertThat(read('0.item_id')).isEqualTo('17');
        assertThat(read('0.price')).isEqualTo(29.9);
        assertThat(read('0.item_brand')).isUndefined();
        assertThat(read('1.item_id')).isUndefined();
        assertThat(runCode({path: 'items.0.item_id', value: {item_id: 17}})).isUndefined();
        """),
  ]
}
