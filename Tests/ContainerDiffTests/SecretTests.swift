import Diagnostics
import ContainerDiff
import JSONText
import TagManager
import Testing

@Suite struct SecretTests {
  private let token = "EAAB-live-token-0123456789"

  private func container(
    _ value: String, name: String = "TikTok Access Token", reads parameter: String? = nil,
    more: [JSON] = []
  ) -> JSON {
    SmallContainer(
      tags: [SmallContainer.tag("Tag", [("access_token", parameter ?? "{{\(name)}}")])],
      triggers: [SmallContainer.trigger("purchase")],
      variables: [SmallContainer.constant(name, value)] + more
    ).json
  }

  /// Every report of a comparison, none of which may have the secret.
  private func reports(_ diff: ContainerDiff) -> [String] {
    [diff.text(), diff.json.text(.container), diff.markdown, diff.annotations]
  }

  @Test func aPlaceholderEqualsAnyValue() throws {
    let diff = try comparePlan(
      live: container(token), plan: container("REPLACE_WITH_TIKTOK_ACCESS_TOKEN"))
    #expect(diff.isEmpty)
    #expect(diff.findings.isEmpty)
    for report in reports(diff) { #expect(!report.contains(token)) }
  }

  @Test func aPlaceholderThatWasNeverFilledInIsSaid() throws {
    let placeholder = container("REPLACE_WITH_TIKTOK_ACCESS_TOKEN")
    let diff = try comparePlan(live: placeholder, plan: placeholder)
    #expect(diff.isEmpty)
    #expect(diff.findings.map(\.diagnostic.rule) == ["placeholder"])
  }

  @Test func aChangedSecretIsSaidAndNotShown() throws {
    for names in [[], ["Key"]] as [Set<String>] {
      let name = names.first ?? "My API Key"
      let diff = try compare(
        container(token, name: name), container("other-token-9876543210", name: name),
        secretNames: names)
      #expect(diff.entities.first?.changes.map(\.path) == ["parameter.value"])
      #expect(diff.text().contains("~ parameter.value: (secret) → (secret)"))
      for report in reports(diff) {
        #expect(!report.contains(token))
        #expect(!report.contains("other-token"))
      }
    }
  }

  @Test func aTokenInPlaceOfItsVariableIsNotShown() throws {
    let diff = try comparePlan(
      live: container("REPLACE_WITH_T", reads: "pasted-token-555"),
      plan: container("REPLACE_WITH_T"))
    #expect(
      diff.text().contains(
        "~ parameter.access_token: (secret) → \"{{TikTok Access Token}}\""))
    for report in reports(diff) { #expect(!report.contains("pasted-token")) }
  }

  @Test func aSecretThatStandsElsewhereIsBlottedOut() throws {
    let live = container(token, more: [SmallContainer.eventData("x", "a \(token) b", id: "77")])
    let plan = container(
      "REPLACE_WITH_T", more: [SmallContainer.eventData("x", "c", id: "77")])
    let diff = try comparePlan(live: live, plan: plan)
    #expect(diff.text().contains("~ parameter.keyPath: \"a (secret) b\" → \"c\""))
    for report in reports(diff) { #expect(!report.contains(token)) }
  }

  @Test func aSecretOfAnotherTypeIsNotShown() throws {
    let live = SmallContainer(variables: [SmallContainer.eventData("Token of T", token)]).json
    let plan = SmallContainer(
      variables: [SmallContainer.constant("Token of T", "REPLACE_WITH_T")]
    ).json
    let diff = try comparePlan(live: live, plan: plan, isExact: true)
    #expect(!diff.isEmpty)
    for report in reports(diff) { #expect(!report.contains(token)) }
  }

  @Test func whatIsRemovedIsNotShown() throws {
    let live = container(token, more: [SmallContainer.constant("X", token, id: "88")])
    let diff = try comparePlan(live: live, plan: container("REPLACE_WITH_T"), isExact: true)
    #expect(diff.removedCount == 1)
    for report in reports(diff) { #expect(!report.contains(token)) }
  }
}
