import Foundation
import JSONText
import TagManager
import TestSupport
import Testing

/// Real exports and API answers, outside the repository.
enum CorpusFiles {
  static let folder = TestRun.corpus

  /// The files of a folder of exports, with their names.
  static func named(_ kind: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = try URL(filePath: #require(folder)).appending(path: "exports/\(kind)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    try #require(!names.isEmpty)
    return try names.map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
  }

  static func exports() throws -> [(name: String, bytes: [UInt8])] {
    try named("server") + named("web")
  }
}

@Suite(.enabled(if: CorpusFiles.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct Corpus {
  @Test func exportsArePrintedByteForByte() throws {
    var savedAgain: [String] = []
    for file in try CorpusFiles.exports() {
      let json = try JSON.read(file.bytes, file: file.name)
      let export = try ContainerExport(json: json, form: .export)
      #expect(export.json(.export) == json, "\(file.name)")
      if export.bytes != file.bytes { savedAgain.append(file.name) }
    }
    // This one was saved again by an editor, with a line feed at its end.
    #expect(savedAgain == ["google-boilerplate-2022-09.json"])
  }

  @Test func exportsSurviveTheFormOfTheAPI() throws {
    for file in try CorpusFiles.exports() {
      let export = try ContainerExport(
        json: JSON.read(file.bytes, file: file.name), form: .export)
      let answer = export.json(.api)
      #expect(answer != export.json(.export), "\(file.name)")
      #expect(try ContainerExport(json: answer, form: .api) == export, "\(file.name)")
    }
  }

  @Test func answersOfTheAPIArePrintedAsTheyWere() throws {
    for file in try CorpusFiles.named("api") {
      let json = try JSON.read(file.bytes, file: file.name)
      let entities = try #require(json.array)
      #expect(!entities.isEmpty)
      for (index, entity) in entities.enumerated() {
        let note = Comment(rawValue: "\(file.name)[\(index)]")
        switch file.name.split(separator: "-").last {
        case "tags.json": try same(Tag(json: entity, form: .api), entity, note)
        case "triggers.json": try same(Trigger(json: entity, form: .api), entity, note)
        case "variables.json": try same(Variable(json: entity, form: .api), entity, note)
        default: try same(BuiltInVariable(json: entity, form: .api), entity, note)
        }
      }
    }
  }

  private func same<Value: JSONMapped>(_ value: Value, _ json: JSON, _ note: Comment) throws {
    #expect(value.json(.api) == json, note)
    #expect(value.unmodelled == Unmodelled(), note)
    #expect(try Value(json: value.json(.export), form: .export) == value, note)
  }

  @Test func displayNamesOfBuiltInVariablesAreThoseOfTheFiles() throws {
    for file in try CorpusFiles.exports() {
      let version = try ContainerExport(json: JSON.read(file.bytes), form: .export).version
      let context = try #require(version.container?.usageContexts.first)
      for variable in version.builtInVariables {
        #expect(variable.name == variable.type.displayName)
        #expect(BuiltInVariableType.all.contains(variable.type))
        #expect(
          BuiltInVariableType.named(variable.type.displayName, in: context) == variable.type)
      }
    }
  }

  @Test func everyTypeOfACustomTemplateHasItsTemplate() throws {
    for file in try CorpusFiles.exports() {
      let version = try ContainerExport(json: JSON.read(file.bytes), form: .export).version
      let known = Set(version.customTemplates.flatMap(\.entityTypes))
      let types =
        version.tags.map(\.type) + version.variables.map(\.type) + version.clients.map(\.type)
      for type in types where type.hasPrefix("cvt_") {
        let custom = try #require(CustomTemplateType(type))
        #expect(known.contains(custom), "\(file.name): \(type)")
        #expect(custom.text == type)
      }
    }
  }

  @Test func nothingInRealFilesIsUnmodelled() throws {
    for file in try CorpusFiles.exports() {
      let export = try ContainerExport(json: JSON.read(file.bytes), form: .export)
      let version = export.version
      let rests =
        [version.unmodelled, version.container?.unmodelled ?? Unmodelled()]
        + version.tags.map(\.unmodelled) + version.triggers.map(\.unmodelled)
        + version.variables.map(\.unmodelled) + version.clients.map(\.unmodelled)
        + version.customTemplates.map(\.unmodelled) + version.transformations.map(\.unmodelled)
        + version.tags.flatMap { $0.parameters.map(\.unmodelled) }
      #expect(rests.allSatisfy { $0.members.isEmpty }, "\(file.name)")
    }
  }
}
