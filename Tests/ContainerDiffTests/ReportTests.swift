import ContainerDiff
import Diagnostics
import JSONText
import TagManager
import Testing

@Suite struct ReportTests {
  private let long = "long \(String(repeating: "x", count: 200)) end"

  private var old: JSON {
    SmallContainer(
      tags: [
        SmallContainer.tag(
          "TikTok", [("event_id", "{{a}}")],
          [("notes", .string(long))]),
        SmallContainer.tag("gone", id: "11", type: "html"),
      ],
      triggers: [SmallContainer.trigger("purchase")],
      variables: [SmallContainer.eventData("old name", "value")]
    ).json
  }

  private var new: JSON {
    SmallContainer(
      tags: [
        SmallContainer.tag("TikTok", [("event_id", "{{b}}"), ("more", "1")], [("paused", true)])
      ],
      triggers: [
        SmallContainer.trigger("purchase"), SmallContainer.trigger("added", id: "21", event: "x"),
      ],
      variables: [SmallContainer.eventData("new name", "value")]
    ).json
  }

  @Test func textForPeople() throws {
    #expect(
      try compare(old, new).text() == """
        --- 'old.json', 'Shop' (GTM-EXAMPLE)
        +++ 'new.json', 'Shop' (GTM-EXAMPLE)

        warning: 'new.json': tag 'TikTok' refers to the variable 'b', which the container does not have [dangling-variable]
        warning: purchase → Google Analytics would stop firing: tag paused [tag-paused]
        warning: purchase → Google Analytics takes its event id from elsewhere, which decides about \
        duplicates: "{{a}}" → "{{b}}" [event-id]

        tags
          ~ TikTok
              - notes: "long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxxxx end"
              ~ parameter.event_id: "{{a}}" → "{{b}}"
              + parameter.more: "1"
              + paused: true
          - gone, html

        triggers
          + added, CUSTOM_EVENT

        variables
          → old name → new name

        Diff: 1 to add, 2 to change, 1 to remove.
        """)
  }

  @Test func textForPrograms() throws {
    #expect(
      try compare(old, new).json.text(.compact) == """
        {"from":{"label":"'old.json'","name":"Shop","publicId":"GTM-EXAMPLE"},\
        "to":{"label":"'new.json'","name":"Shop","publicId":"GTM-EXAMPLE"},\
        "summary":{"add":1,"change":2,"remove":1,"unowned":0},\
        "findings":[{"meaning":"dangling-variable","severity":"warning","kind":"tag","name":"TikTok",\
        "message":"'new.json': tag 'TikTok' refers to the variable 'b', which the container does not have"},\
        {"meaning":"tag-paused","severity":"warning","kind":"tag","name":"TikTok",\
        "message":"purchase → Google Analytics would stop firing: tag paused"},\
        {"meaning":"event-id","severity":"warning","kind":"tag","name":"TikTok",\
        "message":"purchase → Google Analytics takes its event id from elsewhere, which decides about \
        duplicates: \\"{{a}}\\" → \\"{{b}}\\""}],\
        "entities":[{"kind":"tag","name":"TikTok","type":"sgtmgaaw","outcome":"changed","changes":[\
        {"path":"notes","old":"long \(String(repeating: "x", count: 200)) end"},\
        {"path":"parameter.event_id","old":"{{a}}","new":"{{b}}"},\
        {"path":"parameter.more","new":"1"},{"path":"paused","new":true}]},\
        {"kind":"tag","name":"gone","type":"html","outcome":"removed","changes":[]},\
        {"kind":"trigger","name":"added","type":"CUSTOM_EVENT","outcome":"added","changes":[]},\
        {"kind":"variable","name":"new name","type":"ed","outcome":"renamed","previousName":"old name",\
        "changes":[]}],"unowned":[]}
        """)
  }

  @Test func annotations() throws {
    let lines = try compare(old, new).annotations.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix("::warning title=dangling-variable::'new.json': tag 'TikTok'") == true)
    #expect(
      lines.contains(
        "::warning title=tag-paused::purchase → Google Analytics would stop firing: tag paused"))
    #expect(lines.contains("::notice title=trigger 'added'::to add"))
    #expect(lines.contains("::notice title=variable 'new name'::to rename, from 'old name'"))
    #expect(lines.last == "Diff: 1 to add, 2 to change, 1 to remove.")
  }

  @Test func markdown() throws {
    let diff = try comparePlan(live: old, plan: new)
    #expect(
      diff.markdown.hasPrefix(
        """
        <!-- tagwright diff -->
        ### Diff: 1 to add, 2 to change, 0 to remove.

        From the live container, 'Shop' (GTM-EXAMPLE) to the plan, 'Shop' (GTM-EXAMPLE).

        - ⚠️ the plan: tag 'TikTok' refers to the variable 'b', which the container does not have (`dangling-variable`)
        - ⚠️ purchase → Google Analytics would stop firing: tag paused (`tag-paused`)
        """))
    #expect(
      diff.markdown.contains(
        """
        <details><summary>~ tag TikTok: 4 changes</summary>

        ```diff
        """))
    #expect(diff.markdown.contains("`+` trigger `added`, CUSTOM&#95;EVENT"))
  }

  @Test func namesAreNoMarkup() throws {
    let name = "</summary><script> `code` ``` @octocat #1 **b** [l](x)\n::error::x\u{1B}[31m"
    let old = SmallContainer(tags: [SmallContainer.tag(name, [("a", "```\n</details>")])]).json
    let new = SmallContainer(
      tags: [
        SmallContainer.tag(name, [("a", "b\n```")], [("paused", true)]),
        SmallContainer.tag(name + "2", id: "9"),
      ]).json
    let diff = try compare(old, new)
    let outside = diff.markdown.split(separator: "\n").filter {
      $0.hasPrefix("- ") || $0.hasPrefix("<details")
    }
    #expect(!outside.isEmpty)
    for line in outside {
      #expect(!line.contains("<script>"))
      #expect(line.hasPrefix("<details") || !line.contains("@"))
    }
    for line in diff.annotations.split(separator: "\n").dropLast() {
      #expect(line.hasPrefix("::warning title=") || line.hasPrefix("::notice title="))
    }
    for report in [diff.text(), diff.markdown, diff.annotations] {
      #expect(!report.contains("\u{1B}"))
    }
    #expect(!diff.text(style: .coloured).contains("\u{1B}[31m"))
  }

  @Test func aCommentIsNeverLongerThanGitHubTakes() throws {
    for size in [0, 1, 30, 600] {
      let old = SmallContainer(
        tags: (0..<size).map {
          SmallContainer.tag("tag \($0) é", id: "\($0)", [("a", "1"), ("e", "\($0)")])
        }
      ).json
      let new = SmallContainer(
        tags: (0..<size).map { number in
          SmallContainer.tag(
            "tag \(number) é", id: "\(number)",
            (0..<30).map { ("key\($0)", String(repeating: "&<", count: 60)) }, [("paused", true)])
        }
      ).json
      let markdown = try compare(old, new).markdown
      #expect(markdown.utf8.count < ContainerDiff.greatestMarkdownLength)
      if size >= 300 { #expect(markdown.contains("more differences are not shown")) }
    }
  }

  @Test func coloursStandAroundSymbolsOnly() throws {
    let coloured = try compare(old, new).text(style: .coloured)
    #expect(coloured.contains("\u{1B}[1;32m+\u{1B}[0m parameter.more"))
    #expect(coloured.hasSuffix("\n\nDiff: 1 to add, 2 to change, 1 to remove."))
  }
}
