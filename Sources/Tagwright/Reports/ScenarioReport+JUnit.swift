import CustomTemplate
import Diagnostics

extension ScenarioReport {
  /// JUnit's XML, as build servers read it; without times, so that it is the same in every run.
  var junit: String {
    let unreadable = files.count - suites.count
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      "<testsuites tests=\"\(passed + failed + errors + unreadable)\" failures=\"\(failed)\" "
        + "errors=\"\(errors + unreadable)\">",
    ]
    for file in files {
      switch file {
      case .suite(let suite): lines += self.lines(suite)
      case .unreadable(let obstacle):
        let name = obstacle.place.file.inXML
        lines += [
          "  <testsuite name=\"\(name)\" tests=\"1\" failures=\"0\" errors=\"1\">",
          "    <testcase name=\"the file is a template\" classname=\"\(name)\">",
          "      <error message=\"\(obstacle.message.inXML)\">"
            + "\(obstacle.text(style: .plain).inXMLText)</error>",
          "    </testcase>", "  </testsuite>",
        ]
      }
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n")
  }

  private func lines(_ suite: SuiteResult) -> [String] {
    let counts =
      "tests=\"\(suite.results.count + suite.refusals.count)\" failures=\"\(suite.failed)\" "
      + "errors=\"\(suite.errors)\""
    var lines = ["  <testsuite name=\"\(suite.file.inXML)\" \(counts)>"]
    for refusal in suite.refusals {
      lines += [
        "    <testcase name=\"Tag Manager takes the template [\(refusal.rule)]\" "
          + "classname=\"\(suite.displayName.inXML)\" file=\"\(suite.file.inXML)\" "
          + "line=\"\(refusal.place?.line ?? 1)\">",
        "      <error message=\"\(refusal.message.inXML)\">\(refusal.text().inXMLText)</error>",
        "    </testcase>",
      ]
    }
    for result in suite.results { lines += self.lines(result, in: suite) }
    if let omission = suite.omissionText {
      lines.append("    <system-out>\(omission.inXML)</system-out>")
    }
    return lines + ["  </testsuite>"]
  }

  private func lines(_ result: ScenarioResult, in suite: SuiteResult) -> [String] {
    let open =
      "<testcase name=\"\(result.name.inXML)\" classname=\"\(suite.displayName.inXML)\" "
      + "file=\"\(suite.file.inXML)\" line=\"\(result.place.line)\""
    var inner: [String] = []
    if let problem = result.problem {
      let element = if case .failed = result.outcome { "failure" } else { "error" }
      let text =
        "\(problem.place.relative(to: "")): "
        + ProblemText(problem).lines.joined(separator: "\n")
      inner.append(
        "      <\(element) message=\"\(problem.message.inXML)\">\(text.inXMLText)</\(element)>")
    }
    if showsConsole, !result.console.isEmpty {
      inner.append(
        "      <system-out>\(result.console.joined(separator: "\n").inXMLText)</system-out>")
    }
    return inner.isEmpty ? ["    \(open)/>"] : ["    \(open)>"] + inner + ["    </testcase>"]
  }
}

extension String {
  /// The text as XML has it in attributes; characters that XML cannot have are spelt out.
  fileprivate var inXML: String {
    inXMLText.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "&#10;")
  }

  /// The text as XML has it between tags, its lines kept.
  fileprivate var inXMLText: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "\n"
      case "\t": text += "&#9;"
      case "\u{FFFE}", "\u{FFFF}": text += scalar.escaped(asASCII: true)
      case _ where scalar.properties.generalCategory == .control:
        text += scalar.escaped(asASCII: true)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
