import JSONText
import TagManagerStandIn
import Testing

/// The simulated Tag Manager takes writes as Google's does: Google's own client for Python makes a workspace, fills it,
/// publishes a version of it and goes back.
@Suite(
  .enabled(
    if: Finished.canRun("python3", "-c", "import googleapiclient, google.oauth2"),
    "the Python package google-api-python-client is not installed"))
struct PythonWritingTests {
  let tagManager: SimulatedTagManager

  init() throws { tagManager = try SimulatedTagManager([SimulatedAPI()]) }

  /// Runs lines of Python that find the API in `api`; what they print is the result.
  func python(_ lines: String) throws -> Finished {
    try Finished(
      "python3",
      [
        "-c",
        """
        import json, sys
        from google.oauth2.credentials import Credentials
        from googleapiclient.discovery import build
        from googleapiclient.errors import HttpError
        api = build("tagmanager", "v2", static_discovery=True,
          credentials=Credentials(sys.argv[2]),
          client_options={"api_endpoint": sys.argv[1]}).accounts().containers()
        path = "accounts/6001/containers/7002"
        spaces = api.workspaces()
        \(lines)
        """, tagManager.url, SimulatedTagManager.token,
      ], environment: ["no_proxy": "127.0.0.1"])
  }

  @Test func workspaceIsFilledPublishedAndTakenBack() throws {
    let result = try python(
      #"""
      space = spaces.create(parent=path, body={"name": "Draft", "description": "d"}).execute()["path"]
      spaces.built_in_variables().create(parent=space, type=["clientName", "eventName"]).execute()
      made = spaces.bulk_update(path=space, body={"changes": [
        {"changeStatus": "added", "folder": {"folderId": "new_1", "name": "Ads"}},
        {"changeStatus": "added", "variable": {"variableId": "new_2", "name": "Pixel", "type": "c",
          "parentFolderId": "new_1", "parameter": [{"type": "template", "key": "value", "value": "1"}]}},
      ]}).execute()["changes"]
      pixel = made[1]["variable"]
      assert pixel["parentFolderId"] == made[0]["folder"]["folderId"]
      pixel["parameter"][0]["value"] = "2"
      place = space + "/variables/" + pixel["variableId"]
      changed = spaces.variables().update(path=place, fingerprint=pixel["fingerprint"], body=pixel).execute()
      try: spaces.variables().update(path=place, fingerprint=pixel["fingerprint"], body=pixel).execute()
      except HttpError as error: print(error.status_code, error.reason)
      status = spaces.getStatus(path=space).execute()
      print(sorted(change["changeStatus"] for change in status["workspaceChange"]))
      made = spaces.create_version(path=space, body={"name": "one"}).execute()["containerVersion"]
      try: spaces.getStatus(path=space).execute()
      except HttpError as error: print(error.status_code, error.reason)
      versions = api.versions()
      versions.publish(path=made["path"], fingerprint=made["fingerprint"]).execute()
      live = versions.live(parent=path).execute()
      print(live["containerVersionId"], live["variable"][0]["parameter"][0]["value"])
      versions.publish(path=path + "/versions/1").execute()
      versions.set_latest(path=path + "/versions/1").execute()
      print(api.version_headers().latest(parent=path).execute()["containerVersionId"])
      """#)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        409 fingerprint mismatch
        ['added', 'added', 'added', 'added']
        400 Workspace is already submitted.
        2 2
        1

        """)
  }

  @Test func entitiesAreDeletedAndReverted() throws {
    let result = try python(
      #"""
      space = path + "/workspaces/2"
      tags = spaces.tags()
      tag = tags.create(parent=space, body={"name": "T", "type": "html", "firingTriggerId": ["2147479553"]}).execute()
      print(tags.get(path=space + "/tags/" + tag["tagId"]).execute()["name"])
      tags.revert(path=space + "/tags/" + tag["tagId"]).execute()
      print(tags.list(parent=space).execute())
      tag = tags.create(parent=space, body={"name": "T", "type": "html"}).execute()
      tags.delete(path=space + "/tags/" + tag["tagId"]).execute()
      print(tags.list(parent=space).execute())
      """#)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "T\n{}\n{}\n")
  }
}
