import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS

extension Command {
  /// Reviews the permissions of a template.
  package static let permissions = Command(
    "permissions",
    summary: "compare what a template declares with what its code needs",
    discussion: [
      "A URL that ends with '/' or '*' stands for all that start so. Where the code does not show",
      "a name or an address, everything that is declared counts as used.",
    ],
    options: [Permissions.format],
    operands: Operands("FILE", "a template, such as 'tag.tpl'", count: 1...1),
    run: { invocation throws(CommandError) in try Permissions(invocation: invocation).run() })
}

/// One run of `permissions`.
struct Permissions {
  static let format = Option.format(TextOrJSON.self)

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let path = invocation.arguments.operands.first ?? ""
    let document = try read(path)
    let report = PermissionReport(
      document: document, findings: TemplateCheck(document).findings(),
      review: try review(document))
    let console = invocation.console
    console.print(
      invocation.format(TextOrJSON.self) == .json
        ? report.json.text(.container) : report.text(console.outputStyle))
    return report.isClean ? .success : .finding
  }

  private func read(_ path: String) throws(CommandError) -> TemplateDocument {
    let name = SourcePlace.shown(path, relativeTo: invocation.workingDirectory)
    let bytes = try passingOn(FileSystem.read(path, limit: TemplateDocument.greatestSize))
    do throws(TemplateReadError) {
      return try TemplateDocument.read(bytes, file: name)
    } catch {
      throw CommandError(error.description)
    }
  }

  private func review(_ document: TemplateDocument) throws(CommandError) -> PermissionReview {
    do throws(SyntaxError) {
      return try PermissionReview(document)
    } catch {
      let line = document.codeLines[error.position.line]
      throw CommandError("\(document.name):\(line):\(error.position.column): \(error.message)")
    }
  }
}
