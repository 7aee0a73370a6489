import Foundation
import JSONText

/// A kind of input, and what reads it.
struct FuzzKind {
  /// The name of the folder that keeps its inputs.
  let name: String
  /// Inputs that are read as they are first, and damaged then.
  let kept: [[UInt8]]
  /// Reads an input; a refusal is as good as a result.
  let read: ([UInt8]) -> Void

  private let sources: [[UInt8]]
  private let values: [JSON]
  private let textMutation: TextMutation
  private let jsonMutation: JSONMutation

  /// - Parameters:
  ///   - folder: where inputs are kept, a folder for each kind.
  ///   - made: inputs to be damaged besides.
  init(_ name: String, in folder: String, made: [[UInt8]] = [], read: @escaping ([UInt8]) -> Void) {
    self.name = name
    self.read = read
    let path = "\(folder)/\(name)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    kept = names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
    }
    sources = made + kept
    values = sources.compactMap { try? JSON.read($0, .ofJavaScript()) }
    textMutation = TextMutation(sources)
    jsonMutation = JSONMutation(values)
  }

  /// The input of a number.
  func input(_ number: Int, seed: UInt64) -> [UInt8] {
    var generator = FuzzGenerator(seed: seed, kind: name, number: number)
    // A value that is damaged as bytes seldom gets behind the reader of JSON.
    if generator.below(10) < 8, let value = generator.one(of: values) {
      var value = value
      for _ in 0...generator.below(4) { value = jsonMutation.damage(value, &generator) }
      return value.bytes(.compact)
    }
    var text = generator.one(of: sources) ?? []
    for _ in 0...generator.below(5) {
      let other = generator.one(of: sources) ?? []
      textMutation.damage(&text, other: other, &generator)
    }
    return text
  }

  /// Writes an input into a file.
  static func write(_ input: [UInt8], to path: String) {
    guard FileManager.default.createFile(atPath: path, contents: Data(input)) else {
      FuzzWatch.fail("cannot be written to '\(path)'")
    }
  }
}
