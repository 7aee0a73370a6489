import Compiler
import CustomTemplate
import SandboxedJS

extension FuzzKind {
  /// Template files; alone, their code and their scenarios.
  static func templates(_ folder: String, _ site: SmallSite) -> [FuzzKind] {
    let files = site.files.filter { $0.path.hasSuffix(".tpl") }.map(\.bytes)
    return [
      FuzzKind("tpl", in: folder, made: files, read: tryTemplate),
      FuzzKind("javascript", in: folder) { code in
        tryTemplate(Array(head.utf8) + code + Array(tests.utf8))
      },
      FuzzKind("yaml", in: folder) { scenarios in
        tryTemplate(Array("\(head)data.gtmOnSuccess();\n\n\n___TESTS___\n\n".utf8) + scenarios)
      },
    ]
  }

  private static let head = """
    ___INFO___

    {
      "type": "TAG", "id": "t", "version": 1, "securityGroups": [], "displayName": "T",
      "containerContexts": ["SERVER"]
    }


    ___SANDBOXED_JS_FOR_SERVER___


    """

  private static let tests = """



    ___TESTS___

    scenarios:
    - name: Runs
      code: runCode({});
    """

  private static func tryTemplate(_ bytes: [UInt8]) {
    guard let document = try? TemplateDocument.read(bytes, file: "a.tpl") else { return }
    let limits = RunLimits(steps: 100_000, callDepth: 500, memory: 32 << 20)
    _ = TemplateSuite(document, coversLines: true, limits: limits).run()
    _ = try? PermissionReview(document)
    _ = document.template.bytes
  }
}
