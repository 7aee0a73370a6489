extension TemplateTests {
  /// The section's text as Google Tag Manager writes it, without blank lines around it.
  package var text: String {
    var writer = YAMLWriter()
    writer.write("scenarios:")
    if scenarios.isEmpty { writer.write(" []") }
    writer.endLine()
    for (index, scenario) in scenarios.enumerated() {
      let isLast = index == scenarios.count - 1 && setup == nil
      writer.write("- name:")
      writer.write(YAMLScalar(scenario.name), indent: 4, isLast: false)
      writer.endLine()
      writer.write("  code:")
      writer.write(YAMLScalar(scenario.code), indent: 4, isLast: isLast)
      writer.endLine()
    }
    if let setup {
      writer.write("setup:")
      writer.write(YAMLScalar(setup), indent: 2, isLast: true)
      writer.endLine()
    }
    let ends = writer.output.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    return String(decoding: writer.output.dropLast(ends), as: UTF8.self)
  }
}
