import Adoption
import Diagnostics
import TagManager

/// The folder of a plan's files, and the line of the container that is added to.
struct PlanPlace {
  /// The package's folder, absolute and without links.
  let folder: String
  /// The folder of the plan's files, below the package's.
  let shown: String
  /// The container's file below the package's folder, and its line.
  let shownContainer: String
  private var target: String { "\(folder)/\(shown)" }

  /// - Parameters:
  ///   - place: where the container is declared.
  ///   - typed: the package's folder as it was typed.
  /// - Throws: where the folder holds no package, or another than that of the plan.
  init(_ place: SourcePlace, typed: String) throws(CommandError) {
    do throws(FileError) {
      folder = try FileSystem.resolved(typed)
      guard try FileSystem.status(of: "\(folder)/Package.swift") != nil else {
        throw FileError(
          "there is no 'Package.swift' in '\(typed)'",
          advice: "name the folder of a package, or leave '--into' out to write a new one")
      }
    } catch {
      throw CommandError(error)
    }
    guard place.file.hasPrefix("\(folder)/"), !place.file.hasPrefix("\(folder)/.build/") else {
      throw CommandError(
        "the plan that is running is not that of the package '\(typed)'",
        notes: ["run the package's own executable in its folder: 'swift run NAME init . --into …'"])
    }
    shown = String(place.file.parentFolder.dropLast().dropFirst(folder.count + 1))
    shownContainer = "\(place.file.dropFirst(folder.count + 1)):\(place.line)"
  }

  /// The words of the plan's Swift files, of which none is to be a name of something else.
  ///
  /// - Throws: where an earlier run has added something that the plan does not refer to yet.
  func words() throws(CommandError) -> Set<String> {
    var words: Set<String> = []
    var added: [(file: String, name: String)] = []
    var uses: [String: Int] = [:]
    for file in try swiftFiles() {
      let found = file.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      words.formUnion(found)
      for word in Set(found) { uses[word, default: 0] += 1 }
      if let name = AdoptedSources.addedName(in: file.text) { added.append((file.path, name)) }
    }
    if let unused = added.first(where: { uses[$0.name] == 1 }) {
      throw CommandError(
        "'\(shown)/\(unused.file)' was added before, and nothing refers to it",
        notes: ["add the line 'Self.\(unused.name)' to the container in '\(shownContainer)' first"])
    }
    return words
  }

  /// Names that new files and secrets do not get.
  func takenNames(secrets: [String]) throws(CommandError) -> AdoptedContainer.TakenNames {
    do throws(FileError) {
      let templates = "\(target)/\(AdoptedTemplate.folder)"
      let files =
        try FileSystem.status(of: templates) == nil ? [] : FileSystem.names(in: templates)
      var names = Set(secrets)
      let environment = "\(folder)/\(EnvironmentFile.name)"
      if try FileSystem.status(of: environment) != nil {
        let bytes = try FileSystem.read(environment, limit: 1 << 20)
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
          if let name = line.split(separator: "=").first { names.insert(String(name)) }
        }
      }
      return AdoptedContainer.TakenNames(secrets: names, templateFiles: Set(files))
    } catch {
      throw CommandError(error)
    }
  }

  /// Writes files that are not there yet.
  func write(_ sources: AdoptedSources) throws(CommandError) {
    do throws(FileError) {
      for file in sources.files {
        let path = "\(target)/\(file.path)"
        guard try FileSystem.status(of: path) == nil else {
          throw FileError(
            "there is a file '\(shown)/\(file.path)' already",
            advice: "rename it, and run the command again")
        }
      }
      for file in sources.files {
        let path = "\(target)/\(file.path)"
        _ = try FileSystem.makeFolders(String(path.parentFolder.dropLast()), permissions: 0o777)
        try FileSystem.write(
          Array(file.text.utf8), toNew: path, named: "\(shown)/\(file.path)", permissions: 0o666)
      }
    } catch {
      throw CommandError(error)
    }
  }

  private func swiftFiles() throws(CommandError) -> [(path: String, text: String)] {
    do throws(FileError) {
      var files: [(path: String, text: String)] = []
      for name in try FileSystem.names(in: target).sorted() where name.hasSuffix(".swift") {
        let bytes = try FileSystem.read("\(target)/\(name)")
        files.append((name, String(decoding: bytes, as: UTF8.self)))
      }
      return files
    } catch {
      throw CommandError(error)
    }
  }
}
