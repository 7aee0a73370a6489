import Adoption
import TagManager
import Testing

/// Real containers, in the folder that TAGWRIGHT_CORPUS names.
@Suite(.enabled(if: !Corpus.paths.isEmpty, "'TAGWRIGHT_CORPUS' names no folder of containers"))
struct CorpusTests {
  @Test(arguments: Corpus.paths) func aRealContainerComesBackTheSame(path: String) throws {
    let file = try Corpus.file(path)
    let adopted = try Adopted(file)
    #expect(adopted.differences == [])
    #expect(adopted.errors == [])
    let api = try ContainerFile(file.read().json(.api), name: path)
    #expect(try Adopted(api).differences == [], "the API's form says the same")
  }

  @Test(arguments: Corpus.paths) func whatNoPlanHasMadeIsNotTakenForAPlan(path: String) throws {
    let file = try Corpus.file(path)
    let container = try AdoptedContainer.recognising(file.read())
    #expect(try Adopted(file, as: container).differences == [])
    #expect(container.planName == nil && container.isAdopted)
  }

  @Test(arguments: Corpus.paths) func itsSwiftIsSwift(path: String) throws {
    let container = try AdoptedContainer(Corpus.file(path).read())
    let sources = AdoptedSources(container, type: "Shop")
    try #expect(SwiftParse(sources).errors == [])
    #expect(sources.files.filter { $0.path.hasSuffix(".swift") }.allSatisfy { $0.hasShortBlocks })
  }
}
