import JSONText
import Parallel
package import TagManager

extension ContainerFile {
  /// The container that stands in a file: an export of Tag Manager, or an answer of its API.
  static func reading(path: String) throws(CommandError) -> ContainerFile {
    let bytes = try passingOn(FileSystem.read(path, limit: greatestSize))
    return try reading(bytes, name: path)
  }

  /// The container that a file's bytes hold.
  static func reading(_ bytes: [UInt8], name: String) throws(CommandError) -> ContainerFile {
    do throws(ContainerFileError) {
      return try ContainerFile(bytes, name: name)
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads several containers at once; the first that cannot be read ends it.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])]
  ) throws(CommandError) -> [ContainerFile] {
    let results = files.mapConcurrently { file in
      Result { () throws(CommandError) in try reading(file.bytes, name: file.name) }
    }
    var read: [ContainerFile] = []
    for result in results { read.append(try result.get()) }
    return read
  }
}

extension ContainerFile {
  /// The version in Tag Manager's own terms.
  func version() throws(CommandError) -> ContainerVersion {
    do throws(ContainerFileError) {
      return try read()
    } catch {
      throw CommandError(error)
    }
  }
}

extension ContainerVersion {
  /// The container that stands in a file.
  init(file path: String) throws(CommandError) {
    self = try ContainerFile.reading(path: path).version()
  }

  /// As much of the container that a file's bytes hold as can be read.
  static func readable(_ bytes: [UInt8], name: String) throws(CommandError) -> ContainerVersion {
    do throws(ContainerFileError) {
      return try ContainerFile.readable(bytes, name: name)
    } catch {
      throw CommandError(error)
    }
  }
}

extension CommandError {
  /// Passes on why a file does not hold a container.
  init(_ error: ContainerFileError) {
    self.init(error.description, notes: error.notes)
  }
}
