/// The code of one template: what it requires, the modules that it uses, and its own part.
struct TemplateCode {
  let text: String
  let calls: SandboxCalls

  /// Puts a template's code together: only the APIs and modules that its own part leads to.
  init(main: String, library: ModuleLibrary) {
    let requirements = library.requirements(of: main)
    calls = requirements.calls
    var text = ""
    text.reserveCapacity(8_192)
    for api in calls.names { text += "const \(api) = require('\(api)');\n" }
    text += "\n"
    for module in requirements.modules { text += module.code }
    text += "\n"
    text += main
    self.text = text
  }
}
