import TagManager
import TagwrightPlan

/// The plan for people: which event goes where, with which values, under which consent.
struct PlanGuide {
  let text: String

  init(plan: String, container: ResolvedContainer, draft: ContainerDraft) {
    let destinations = container.elements.compactMap { element -> DestinationSummary? in
      guard case .destination(let destination) = element.kind else { return nil }
      return (destination as? any CompiledDestination)?.summary
    }
    var lines = [
      "# \(MarkdownText.escaped(container.declaration.name))",
      "",
      "Server container `\(container.declaration.publicID)`, made by Tagwright from the plan `\(plan)`."
        + " Do not edit these files: change the plan and run `generate`.",
      "",
      "| file | what it is |",
      "| --- | --- |",
      "| `server-container.json` | import it: Admin › Import Container |",
    ]
    lines += draft.templates.filter { $0.fileName != nil }.map {
      "| `templates/\($0.fileName ?? "").tpl` | the template \(MarkdownText.cell($0.name)), which is also in the container |"
    }
    lines += [
      "",
      "\(draft.clients.count) \(draft.clients.count == 1 ? "client" : "clients"), "
        + "\(draft.tags.count) tags, \(draft.triggers.count) triggers, "
        + "\(draft.variables.count) variables, \(draft.templates.count) templates.",
    ]
    lines += Self.handWork(draft)
    for destination in destinations { lines += Self.chapter(destination) }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// What nobody but a person can do in Tag Manager.
  private static func handWork(_ draft: ContainerDraft) -> [String] {
    let placeholders = draft.variables.filter { variable in
      variable.parameters.contains { $0.value?.hasPrefix(Secret.placeholderPrefix) == true }
    }
    var lines = ["", "## After the import, by hand", ""]
    lines += placeholders.map {
      "- Put the value into the variable \(MarkdownText.cell($0.name)): it is a secret and stands in no file."
    }
    lines += [
      "- Enter the tagging server's address under Admin › Container Settings: an import does not change it.",
      "- Preview, then publish.",
    ]
    return lines
  }

  private static func chapter(_ destination: DestinationSummary) -> [String] {
    var lines = ["", "## \(MarkdownText.escaped(destination.name)): \(destination.service)", ""]
    lines += destination.facts.map { "- \($0.name): \($0.value)" }
    lines += ["", "```mermaid", "flowchart LR"]
    for (index, event) in destination.events.enumerated() {
      let label = MermaidText.label(event.eventName)
      let edge = event.consent.isEmpty ? "" : "|\(MermaidText.label(event.consent))|"
      lines.append(
        "  e\(index)[\(label)] -->\(edge) t\(index)[\(MermaidText.label(event.sentAs))]")
    }
    for index in destination.events.indices {
      lines.append("  t\(index) --> api([\(MermaidText.label(destination.service))])")
    }
    lines += ["```", "", "| event | where | is sent as | values | consent |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for event in destination.events {
      let values = event.values.map { "\($0.name) ← \(MarkdownText.cell($0.source))" }
      lines.append(
        "| \(MarkdownText.cell(event.eventName)) | "
          + event.conditions.map(MarkdownText.cell).joined(separator: ", ")
          + " | \(MarkdownText.cell(event.sentAs)) | " + values.joined(separator: "<br>")
          + " | \(MarkdownText.cellText(event.consent)) |")
    }
    lines += ["", "### Match keys", ""]
    lines.append(
      "| event | " + destination.matchKeys.map(\.name).joined(separator: " | ") + " |")
    lines.append("| --- |" + String(repeating: " --- |", count: destination.matchKeys.count))
    for event in destination.events {
      let marks = destination.matchKeys.map { event.matchKeys.contains($0.name) ? "✓" : "–" }
      lines.append(
        "| \(MarkdownText.cell(event.eventName)) | " + marks.joined(separator: " | ") + " |")
    }
    lines.append("")
    lines += destination.matchKeys.map { "- \($0.name) ← \($0.sources)" }
    return lines
  }
}
