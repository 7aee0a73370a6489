import Compiler
import CustomTemplate
import Simulator
import TagManager

/// A container with one tag, whose code does one thing for every event.
struct PlainTag {
  let code: String
  /// The one permission of its template, which allows everything.
  let permission: String

  var simulation: Simulation {
    get throws {
      let template = """
        ___INFO___

        {"type": "TAG", "id": "cvt_temp_public_id", "version": 1, "displayName": "Plain", "containerContexts": ["SERVER"]}

        ___TEMPLATE_PARAMETERS___

        []

        ___SANDBOXED_JS_FOR_SERVER___

        \(code)
        data.gtmOnSuccess();

        ___SERVER_PERMISSIONS___

        [{"instance": {"key": {"publicId": "\(permission)", "versionId": "1"}, "param": [
          {"key": "allowedUrls", "value": {"type": 1, "string": "any"}},
          {"key": "allowedCookies", "value": {"type": 2, "listItem": [{"type": 3,
            "mapKey": [{"type": 1, "string": "name"}], "mapValue": [{"type": 1, "string": "*"}]}]}},
          {"key": "urls", "value": {"type": 2, "listItem": [{"type": 1, "string": "https://*"}]}}]}}]
        """
      let version = ContainerVersion(
        container: Container(name: "Plain", usageContexts: [.server]),
        tags: [
          Tag(
            id: "1", name: "Plain", type: "cvt_1_2",
            firingTriggerIDs: [ReservedTrigger.allEvents.id])
        ],
        customTemplates: [
          TemplateEntity(
            id: "2", name: "Plain", templateData: template, containerID: "1")
        ],
        clients: [
          Client(
            id: "3", name: "GA4", type: "gaaw_client",
            parameters: [
              .boolean("activateDefaultPaths", true)
            ])
        ])
      return Simulation(
        try ContainerProgram(version, for: .server), endpoints: RequestForm.known)
    }
  }
}
