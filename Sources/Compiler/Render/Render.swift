import TagManager

/// The files that a plan leads to, below the output folder.
func render(
  _ lowered: LoweredPlan, of plan: ResolvedPlan, secrets: [String: String]
) -> [RenderedFile] {
  var files: [RenderedFile] = []
  for (draft, container) in zip(lowered.containers, plan.serverContainers) {
    let folder = lowered.containers.count > 1 ? "\(draft.publicID)/" : ""
    let export = draft.numbered.filled(with: secrets)
    files.append(RenderedFile(path: "\(folder)server-container.json", bytes: export.bytes))
    for template in draft.templates {
      guard let name = template.fileName else { continue }
      files.append(
        RenderedFile(path: "\(folder)templates/\(name).tpl", bytes: Array(template.text.utf8)))
    }
    let guide = PlanGuide(plan: plan.name, container: container, draft: draft)
    files.append(RenderedFile(path: "\(folder)README.md", bytes: Array(guide.text.utf8)))
  }
  return files
}
