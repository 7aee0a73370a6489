import JSONText
import TagwrightPlan

extension Reddit {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    var declaration = declaration
    let member = "data_processing_options"
    declaration.limitedDataUse = options.limitedDataUse(member, in: "user")
    let code = options.fixedCode(member, in: "user") ?? ""
    let state = (try? JSON.read(code))?["region"]?.string.flatMap { Self.state(in: $0) }
    self.init(declaration, region: state.map { .unitedStates(state: $0) } ?? .unitedStates)
  }

  /// The letters behind the country.
  private static func state(in region: String) -> String? {
    let letters = region.dropFirst("US-".count)
    let arePlain = letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return region.hasPrefix("US-") && arePlain ? String(letters) : nil
  }

  var writtenOptions: WrittenOptions {
    guard let state = region.region.flatMap({ Self.state(in: $0) }) else {
      return WrittenOptions()
    }
    return WrittenOptions(last: [("region", .code(".unitedStates(state: \"\(state)\")"))])
  }
}
