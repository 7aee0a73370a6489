import CustomTemplate
import Simulator
import TagManager
import Testing

/// What a simulation leaves out has a name: nothing is passed over in silence.
struct NoteTests {
  private func notes(_ change: (inout SmallContainer) -> Void) throws -> [String] {
    var container = SmallContainer()
    container.version.clients = [Client(id: "1", name: "GA4", type: "gaaw_client")]
    change(&container)
    return try ContainerProgram(container.version).notes
  }

  @Test("a container that is simulated as a whole has no note")
  func wholeContainer() throws {
    #expect(try notes { $0.addTag("tag") } == [])
  }

  @Test("entities whose code nobody outside of Google knows are named")
  func unknownTypes() throws {
    let found = try notes { container in
      container.addTag("ads") { $0.type = "sgtmadsremarket" }
      container.addTag("lost") { $0.type = "cvt_1_gone" }
      container.addTag("shows", note: "{{odd}}{{gone}}")
      container.addVariable("odd", "odd_type")
      container.version.clients.append(Client(id: "2", name: "other", type: "odd_client"))
      container.version.transformations = [
        Transformation(id: "3", name: "change", type: "tf_odd")
      ]
    }
    #expect(
      found == [
        "tag 'lost' is made from the template 'cvt_1_gone', which the container does not have",
        "tag 'shows' refers to the variable 'gone', which the container does not have",
        "client 'other' is not simulated: the code of 'odd_client' is not known",
        "tag 'ads' is not run, only whether it fires: the code of 'Google Ads Remarketing' is not known",
        "tag 'lost' is not run, only whether it fires: the container has no template 'cvt_1_gone'",
        "variable 'odd' is not simulated: it is undefined here",
        "transformation 'change' is not simulated: its type is 'tf_odd'",
      ])
  }

  @Test(
    "a template that shares something with other runs says that each runs on its own here",
    arguments: [
      (.useAnyMessage, "sends messages, which reach no other template here"),
      (
        .accessTemplateStorage,
        "keeps values in its storage, which is empty here when a run begins"
      ),
      (
        .accessFirestore([]),
        "uses Firestore, which has no documents here but those that a run writes itself"
      ),
    ] as [(TemplatePermission, String)])
  func sharing(_ pair: (permission: TemplatePermission, note: String)) throws {
    let found = try notes { container in
      container.addTemplate(
        "shared", .variable, "return 1;", permissions: [pair.permission])
    }
    #expect(found == ["template 'shared' \(pair.note)"])
  }
}
