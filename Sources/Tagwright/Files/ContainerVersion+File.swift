import JSONText
import TagManager

extension ContainerVersion {
  /// The container that stands in a file: an export of Tag Manager, or an answer of its API.
  init(file path: String) throws(CommandError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path)
    } catch {
      throw CommandError(error)
    }
    try self.init(file: path, bytes)
  }

  /// The container that a file's bytes hold.
  init(file name: String, _ bytes: [UInt8]) throws(CommandError) {
    let json: JSON
    do throws(JSONReadError) {
      json = try JSON.read(bytes, file: name)
    } catch {
      throw CommandError(error.description)
    }
    guard json["containerVersion"] != nil || json["container"] != nil || json["tag"] != nil else {
      throw CommandError(
        "'\(name)' holds no container",
        notes: ["export one with Admin › Export Container, or fetch a version from the API"])
    }
    do throws(ContainerReadError) {
      self =
        json["containerVersion"] != nil
        ? try ContainerExport(json: json, form: .export).version
        : try ContainerVersion(json: json, form: .api)
    } catch {
      throw CommandError("\(name): \(error)")
    }
  }
}
