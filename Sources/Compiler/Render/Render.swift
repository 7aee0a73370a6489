import TagManager
import TagwrightPlan

/// The files that a plan leads to, below the output folder; an environment has a folder of its own.
func render(
  _ lowered: LoweredPlan, of plan: ResolvedPlan, secrets: [String: String]
) -> [RenderedFile] {
  lowered.containers.flatMap { container in
    let draft = container.draft
    let folder = folder(of: draft, in: lowered, plan)
    let web = lowered.webContainers(sendingTo: container)
    let guide = PlanGuide(
      plan: plan.name, container: container.resolved, draft: draft, web: web.map(\.draft))
    return files(
      of: draft, container.export, named: "server-container", in: folder, secrets: secrets)
      + [RenderedFile(path: "\(folder)README.md", bytes: Array(guide.text.utf8))]
      + web.flatMap { container in
        let inner = innerFolder(of: container, among: web)
        return files(
          of: container.draft, container.export, named: "web-container", in: folder + inner,
          secrets: secrets)
          + documents(of: container.resolved, plan: plan.name, in: folder + inner)
      }
  }
    + lowered.rawWebContainers.flatMap { container in
      files(
        of: container.draft, container.export, named: "web-container",
        in: rawWebFolder(of: container, in: lowered, plan), secrets: secrets)
    }
}

/// A container's export file and those of its templates.
private func files(
  of draft: ContainerDraft, _ export: ContainerExport, named name: String, in folder: String,
  secrets: [String: String]
) -> [RenderedFile] {
  [RenderedFile(path: "\(folder)\(name).json", bytes: export.filled(with: secrets).bytes)]
    + draft.templates.compactMap { template in
      template.fileName.map {
        RenderedFile(path: "\(folder)templates/\($0).tpl", bytes: Array(template.text.text.utf8))
      }
    }
}

/// Returns the documents that the developers of the site need.
private func documents(
  of container: ResolvedWebContainer, plan: String, in folder: String
) -> [RenderedFile] {
  [
    ("data-layer.md", DataLayerGuide(plan: plan, container: container).text),
    ("data-layer.d.ts", DataLayerTypes(plan: plan, container: container).text),
  ].map { RenderedFile(path: folder + $0.0, bytes: Array($0.1.utf8)) }
}

/// The folder of a container's files, with a slash behind it; empty for the output folder itself.
func folder(of draft: ContainerDraft, in lowered: LoweredPlan, _ plan: ResolvedPlan) -> String {
  (plan.environment.map { "\($0.name)/" } ?? "")
    + (lowered.containers.count > 1 ? "\(draft.publicID)/" : "")
}

/// The folder of the files of a web container that is declared entity by entity, with a slash behind it; empty for the
/// output folder itself.
func rawWebFolder(
  of container: LoweredContainer, in lowered: LoweredPlan, _ plan: ResolvedPlan
) -> String {
  let isOnly = lowered.rawWebContainers.count + lowered.webContainers.count == 1
  return (plan.environment.map { "\($0.name)/" } ?? "")
    + (isOnly ? "" : "\(container.draft.publicID)/")
}

/// The folder of a web container's files inside its server's, with a slash behind it; empty for the only one.
func innerFolder(of container: LoweredWebContainer, among web: [LoweredWebContainer]) -> String {
  web.count > 1 ? "\(container.draft.publicID)/" : ""
}

extension LoweredPlan {
  /// The web containers that send to a server container.
  func webContainers(sendingTo server: LoweredContainer) -> [LoweredWebContainer] {
    webContainers.filter { $0.resolved.server?.declaration.publicID == server.draft.publicID }
  }
}
