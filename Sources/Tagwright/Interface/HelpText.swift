/// The help of the tool and of its commands.
package enum HelpText {
  /// The commands and the tool's own options.
  package static func tool(_ tool: String, commands: [Command]) -> String {
    let ownOptions: [Option] = [.help, .version]
    var lines = [
      "Turns a tracking plan written in Swift into a Google Tag Manager server container.", "",
      "usage: \(tool) COMMAND [OPTIONS]", "", "commands:",
    ]
    lines += table(commands.map { ($0.name, $0.summary) })
    lines += ["", "options:"] + table(ownOptions.map { ($0.usage, $0.summary) })
    lines += ["", "'\(tool) COMMAND --help' says more about a command.", "", "exit status:"]
    lines += table([
      ("0", "nothing to report"),
      ("1", "a finding, such as errors in the plan or files out of date"),
      ("2", "the work could not be done"),
    ])
    return lines.joined(separator: "\n")
  }

  /// A command's purpose, arguments and options.
  package static func command(_ command: Command, of tool: String) -> String {
    let options = command.options + [.help]
    var usage = ["usage: \(tool) \(command.name)"] + command.options.map { "[\($0.usage)]" }
    if !command.operands.usage.isEmpty { usage.append(command.operands.usage) }
    let summary = command.summary.prefix(1).uppercased() + command.summary.dropFirst()
    var lines = ["\(summary).", "", usage.joined(separator: " ")]
    if !command.discussion.isEmpty { lines += [""] + command.discussion }
    if !command.operands.usage.isEmpty {
      lines += ["", "arguments:"] + table([(command.operands.usage, command.operands.summary)])
    }
    lines += ["", "options:"] + table(options.map { ($0.usage, $0.summary) })
    return lines.joined(separator: "\n")
  }

  /// Two columns, the second where the longest of the first allows.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { row in
      "  \(row.0)\(String(repeating: " ", count: width - row.0.count + 2))\(row.1)"
    }
  }
}
