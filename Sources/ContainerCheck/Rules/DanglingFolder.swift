import Diagnostics
import TagManager

extension ContainerRule {
  /// An entity lies in a folder that exists.
  static let danglingFolder = ContainerRule(
    "dangling-folder", .error, "something lies in a folder that the container does not have",
    documentation: """
      'parentFolderId' is the id of a folder of the same container. Add the folder, or leave the member out: what lies in
      no folder stands at the top.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "parentFolderId": "9"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "parentFolderId": "9"}],
        "folder": [{"folderId": "9", "name": "Analytics"}]}
      """
  ) { container in
    container.entities.compactMap { entity in
      guard let id = entity.folderID, !container.has(.folder, id: id) else { return nil }
      return Breach(
        entity, "lies in the folder \(id), which the container does not have",
        mend: "add the folder, or take 'parentFolderId' out", missing: "folder \(id)")
    }
  }
}
