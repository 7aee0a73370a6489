import Adoption
import Foundation
import TagManager
import Testing

@Suite struct SecretTests {
  private let token = "EAA" + String(repeating: "x", count: 80)

  private func adopted(_ tags: [TagManager.Tag] = [], _ variables: [Variable] = []) throws
    -> Adopted
  {
    try Adopted(
      ContainerFile(
        ContainerVersion(
          container: Container(usageContexts: [.server]), tags: tags, variables: variables),
        name: "tokens"))
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
        ])
    ])
    #expect(adopted.container.secrets.map(\.name) == ["META_TOKEN", "META_VALUE"])
    #expect(adopted.container.secrets.map(\.isTestCode) == [false, true])
    #expect(!text(adopted).contains(token) && !text(adopted).contains("TEST12345"))
    #expect(adopted.differences == [])
    #expect(
      adopted.version?.tags.first?.parameters["token"]?.value == "REPLACE_WITH_META_TOKEN",
      "the tag's own field waits for the value")
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
}
