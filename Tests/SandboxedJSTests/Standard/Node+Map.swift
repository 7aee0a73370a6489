import Foundation
import JavaScriptEngines

extension Node {
  /// Whether tests that need it can run.
  static var isInstalled: Bool { installed != nil }

  /// Maps a list of values through a JavaScript function body that knows each as `input`.
  static func map<Input: Encodable, Output: Decodable>(
    _ inputs: [Input], to output: Output.Type, with body: String
  ) throws -> [Output] {
    guard let node = installed else { return [] }
    let script = """
      const inputs = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      process.stdout.write(JSON.stringify(inputs.map(function (input) { \(body) })));
      """
    let data = try node.output(["-e", script], input: JSONEncoder().encode(inputs))
    return try JSONDecoder().decode([Output].self, from: data)
  }
}
