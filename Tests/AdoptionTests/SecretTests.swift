import Adoption
import Compiler
import TagManager
import Testing

@Suite struct SecretTests {
  private let token = "EAA" + String(repeating: "x", count: 80)

  private func adopted(
    _ tags: [TagManager.Tag] = [], _ variables: [Variable] = [], _ triggers: [Trigger] = [],
    folders: [Folder] = []
  ) throws -> Adopted {
    try Adopted(
      ContainerFile(
        ContainerVersion(
          container: Container(usageContexts: [.server]), tags: tags, triggers: triggers,
          variables: variables, folders: folders), name: "tokens"))
  }

  private func text(_ adopted: Adopted) -> String {
    AdoptedSources(adopted.container, type: "Shop").files.map(\.text).joined()
  }

  @Test func aConstantThatLooksLikeATokenBecomesASecret() throws {
    let adopted = try adopted(
      [],
      [Variable(id: "1", name: "Meta - key", type: "c", parameters: [.template("value", token)])])
    #expect(adopted.container.secrets.map(\.name) == ["META_KEY"])
    #expect(adopted.container.secrets.map(\.value) == [token])
    #expect(text(adopted).contains(#"Variable("Meta - key", .secret("META_KEY"))"#))
    #expect(!text(adopted).contains(token))
    #expect(adopted.differences == [])
  }

  @Test func aConstantWhoseNameSaysTokenBecomesASecret() throws {
    let adopted = try adopted(
      [],
      [
        Variable(
          id: "1", name: "API token", type: "c", parameters: [.template("value", "0123456789")])
      ]
    )
    #expect(adopted.container.secrets.map(\.name) == ["API_TOKEN"])
    #expect(!text(adopted).contains("0123456789"))
  }

  @Test func aTokenInATagStaysInTheTagAndOutOfThePlan() throws {
    let adopted = try adopted([
      Tag(
        id: "1", name: "Meta", type: "http_request",
        parameters: [
          .template("token", token), .list("rows", [.map([.template("value", "TEST12345")])]),
          .template("apiSecret", "k3yOfThePartner"), .template("tokenSource", "{{Cookie 1}}"),
        ])
    ])
    #expect(
      adopted.container.secrets.map(\.name) == ["META_TOKEN", "META_VALUE", "META_APISECRET"])
    #expect(adopted.container.secrets.map(\.isTestCode) == [false, true, false])
    for value in [token, "TEST12345", "k3yOfThePartner"] {
      #expect(!text(adopted).contains(value))
    }
    #expect(adopted.differences == [])
    #expect(
      adopted.version?.tags.first?.parameters["token"]?.value == "REPLACE_WITH_META_TOKEN",
      "the tag's own field waits for the value")
  }

  @Test func aTokenIsFoundWhereverATextIs() throws {
    let condition = Condition("{{Event Name}}", .contains, token)
    let adopted = try adopted(
      [
        Tag(
          id: "1", name: "Code", type: "html",
          parameters: [.template("html", "<script>\n  call('\(token)');\n</script>")],
          notes: "The token is \(token).\nKeep it.", parentFolderID: "9")
      ],
      [
        Variable(
          id: "2", name: "By brand", type: "smm",
          parameters: [
            .boolean("setDefaultValue", false), .template("input", "{{Event Name}}"),
            .list("map", [.map([.template("key", "a"), .template("value", token)])]),
          ])
      ],
      [
        Trigger(id: "3", name: "Plain", type: .customEvent, filters: [condition]),
        Trigger(
          id: "4", name: "Raw", type: .linkClick, autoEventFilters: [condition], notes: token),
      ],
      folders: [Folder(id: "9", name: "All", notes: "\(token) again")])
    let names = adopted.container.secrets.map(\.name)
    #expect(names == ["CODE_NOTES", "CODE_HTML", "PLAIN_ARG1", "ALL_NOTES"])
    #expect(!text(adopted).contains(token))
    #expect(adopted.differences == [])
    #expect(adopted.errors == [])
    let filled = try adopted.filled
    #expect(filled.tags.first?.notes == "The token is \(token).\nKeep it.")
    #expect(filled.triggers.first?.filters == [condition])
    #expect(filled.folders.first?.notes == "\(token) again")
  }

  @Test func aPlaceholderIsTheSecretThatItNames() throws {
    let adopted = try adopted(
      [],
      [
        Variable(
          id: "1", name: "Key", type: "c",
          parameters: [.template("value", "REPLACE_WITH_TIKTOK_ACCESS_TOKEN")])
      ])
    #expect(text(adopted).contains(#".secret("TIKTOK_ACCESS_TOKEN")"#))
    #expect(adopted.container.secrets.map(\.value) == [nil])
  }

  @Test func aPictureHoldsNoToken() {
    let picture = "data:image/png;base64,iVBOR+\(token)/AA=="
    #expect(TokenPattern.first(in: "{\"thumbnail\": \"\(picture)\"}") == nil)
    #expect(TokenPattern.first(in: "{\"thumbnail\": \"\(picture)\", \"key\": \"\(token)\"}") != nil)
  }
}
