import TagManager
import TagwrightPlan

/// A guide to what only a person can do in Tag Manager, and to what the options of an import do to
/// what is there.
struct ImportGuide {
  private(set) var lines = ["", "## By hand, in Tag Manager", ""]
  private let draft: ContainerDraft
  private let web: [ContainerDraft]

  init(_ draft: ContainerDraft, web: [ContainerDraft]) {
    self.draft = draft
    self.web = web
    lines += steps.enumerated().map { "\($0 + 1). \($1)" }
    lines += ["", "### First import, every later import", ""]
    lines += MarkdownText.table(
      ["", "Merge, rename conflicting", "Merge, overwrite conflicting", "Overwrite"], rows)
  }

  private var steps: [String] {
    var steps = [
      "**Admin › Import Container** of \(MarkdownText.code(draft.publicID)): `server-container.json`, a new workspace, and"
        + " the option that the table names."
    ]
    for container in web {
      let folder = web.count == 1 ? "" : "\(container.publicID)/"
      steps.append(
        "The same in the web container \(MarkdownText.code(container.publicID)) with"
          + " `\(folder)web-container.json`.")
    }
    if !draft.externalVariables.isEmpty {
      let names = draft.externalVariables.map(MarkdownText.code).joined(separator: ", ")
      steps.append("These variables have to be in the container already, so merge: \(names).")
    }
    steps += secrets.map { secret, variable in
      "Put the secret \(MarkdownText.code(secret)) into the variable \(MarkdownText.code(variable))."
        + " It stands in no file of git; `generate --with-secrets` can fill it in elsewhere."
    }
    steps += [
      "Enter the tagging server's address under **Admin › Container Settings**:"
        + " an import leaves it as it is.",
      "**Preview** an event of the site, then **Submit**"
        + (web.isEmpty
          ? "."
          : ": the server container first, so that it knows what the browser begins to send."),
    ]
    return steps
  }

  /// Each secret and the variable that waits for it.
  private var secrets: [(secret: String, variable: String)] {
    draft.variables.compactMap { variable in
      let placeholder = variable.parameters.compactMap(\.value).first {
        $0.hasPrefix(Secret.placeholderPrefix)
      }
      return placeholder.map {
        (String($0.dropFirst(Secret.placeholderPrefix.count)), variable.name)
      }
    }
  }

  private var rows: [[String]] {
    var rows = [
      [
        "use it for", "the first import into a container that has other tags",
        "every later import into such a container",
        "a container that holds this plan and nothing else, each time",
      ],
      ["what the plan does not have", "stays", "stays", "**is deleted**"],
      [
        "what has the same name and differs",
        "stays beside the plan's: **a second import this way sends every event twice**",
        "becomes the plan's", "becomes the plan's",
      ],
      [
        "what an earlier plan had", "stays: delete it by hand", "stays: delete it by hand",
        "is deleted",
      ],
    ]
    if !secrets.isEmpty {
      rows.append(
        ["secrets", "stay in the old variables; the new ones wait for them"]
          + Array(repeating: "have to be **entered again, each time**", count: 2))
    }
    for client in draft.clients {
      rows.append([
        "a client \(MarkdownText.code(client.name))",
        "stays beside the plan's: delete one, or both claim the same hits",
        "gets the plan's settings, its cookie's too", "gets the plan's settings, its cookie's too",
      ])
    }
    return rows
  }
}
