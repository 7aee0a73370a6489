import CustomTemplate
import TagManager

/// A small container as a plan has it: a folder, a template, variables, triggers, tags, a client, a built-in.
enum SamplePlan {
  static let mark = "Made by Tagwright from the plan 'Sample'"
  static let tokenName = "Access token"
  static let placeholder = "REPLACE_WITH_SAMPLE_TOKEN"

  /// - Parameters:
  ///   - events: the events that have a tag and a trigger each.
  ///   - value: the value of a constant that every tag refers to.
  ///   - constantName: the name of that constant.
  ///   - token: the value of the secret.
  static func version(
    events: [String] = ["purchase", "search", "lead"], value: String = "1",
    constantName: String = "Pixel", token: String = placeholder
  ) -> ContainerVersion {
    let container = "900"
    var version = ContainerVersion(
      containerID: container, containerVersionID: "0",
      container: Container(name: "Sample", publicID: "GTM-ABC1234", usageContexts: [.server]))
    version.container?.containerID = container
    version.folders = [Folder(id: "1001", name: "Advertising")]
    version.customTemplates = [
      TemplateEntity(id: "1002", name: "Sample tag", templateData: template, containerID: container)
    ]
    version.variables = [
      Variable(
        id: "1003", name: constantName, type: "c",
        parameters: [.template("value", value)], notes: mark, parentFolderID: "1001"),
      Variable(
        id: "1004", name: tokenName, type: "c", parameters: [.template("value", token)],
        notes: mark),
    ]
    version.builtInVariables = [BuiltInVariable(type: .eventName, name: "Event Name")]
    version.clients = [Client(id: "1005", name: "GA4", type: "gaaw_client", priority: 1)]
    for (index, event) in events.enumerated() {
      version.triggers.append(
        Trigger(
          id: String(1100 + index), name: event, type: .customEvent,
          customEventFilters: [
            Condition("{{_event}}", .equals, event)
          ], parentFolderID: "1001"))
      version.tags.append(
        Tag(
          id: String(1200 + index), name: "Sample \(event)", type: "cvt_\(container)_1002",
          parameters: [
            .template("pixel", "{{\(constantName)}}"), .template("token", "{{\(tokenName)}}"),
          ],
          firingTriggerIDs: [String(1100 + index)], notes: mark, parentFolderID: "1001"))
    }
    return version
  }

  static let template = """
    ___INFO___

    {
      "type": "TAG",
      "id": "cvt_temp_public_id",
      "version": 1,
      "displayName": "Sample tag",
      "brand": {
        "id": "brand_dummy",
        "displayName": ""
      },
      "description": "",
      "containerContexts": [
        "SERVER"
      ]
    }


    ___TEMPLATE_PARAMETERS___

    []


    ___SANDBOXED_JS_FOR_SERVER___

    data.gtmOnSuccess();


    ___SERVER_PERMISSIONS___

    []


    ___TESTS___

    scenarios: []


    ___NOTES___

    \(mark)
    """
}
