import JSONText

/// A command as assistants call it: its options and operands as members of one object.
package struct ModelContextTool: Sendable {
  /// The command that does the work.
  package let command: Command
  /// The options that it has here.
  package let options: [Option]
  /// Options of the command that write, send, or are of no use here.
  package let withheld: [Option]
  private let description: String
  private let operandsName: String?
  private let operandsCount: ClosedRange<Int>

  /// The tools, in the order in which they are listed.
  package static let all: [ModelContextTool] = [
    ModelContextTool(.explain, [Explain.format], operands: "rule"),
    ModelContextTool(.lint, [.diagnosticFormat, .strict, .environment], operands: "file"),
    ModelContextTool(
      .simulate,
      [
        Simulate.container, Simulate.hit, Simulate.hits, Simulate.host, Simulate.event,
        Simulate.push, Simulate.web, Simulate.respond, Simulate.prove, Simulate.format,
        Simulate.variables, Simulate.preview, Simulate.now, Simulate.seed, .environment,
      ], operands: "files"),
    ModelContextTool(
      .diff, [Diff.exact, Diff.format, .environment, Diff.container],
      withheld: LiveContainerReading.options, operands: "files", count: 1...2,
      description: """
        Say how a container's file differs from the plan, or a second file from the first.

        Files are exports of Tag Manager or saved answers of its API. With one file, the report says what importing the \
        plan would change there. The plan owns only what it declares; 'exact' counts everything else in the container \
        as to be removed.
        """),
    ModelContextTool(.contract, [ContractCommand.format, .environment], operands: "files"),
    ModelContextTool(
      .test, [Test.filter, Test.format, Test.coverage, Test.consoleOutput], operands: "paths"),
  ]

  private init(
    _ command: Command, _ options: [Option], withheld: [Option] = [], operands: String,
    count: ClosedRange<Int>? = nil, description: String? = nil
  ) {
    self.command = command
    self.options = options
    self.withheld = withheld
    operandsName = operands
    operandsCount = count ?? command.operands.count
    let summary = command.summary.prefix(1).uppercased() + command.summary.dropFirst() + "."
    self.description =
      description ?? ([summary, ""] + command.discussion).joined(separator: "\n")
  }

  // MARK: What it takes

  /// The tool as `tools/list` describes it.
  var json: JSON {
    [
      "name": .string(command.name), "description": .string(description),
      "inputSchema": schema,
      "annotations": [
        "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
        "openWorldHint": false,
      ],
    ]
  }

  private var schema: JSON {
    var members = options.map { JSONObject.Member($0.name, $0.schema) }
    var required: [JSON] = []
    if let operandsName {
      members.append(JSONObject.Member(operandsName, operandsSchema))
      if operandsCount.lowerBound > 0 { required = [.string(operandsName)] }
    }
    return [
      "type": "object", "properties": .object(JSONObject(members)), "required": .array(required),
      "additionalProperties": false,
    ]
  }

  private var operandsSchema: JSON {
    let summary = JSON.string(command.operands.summary)
    guard operandsCount.upperBound > 1 else { return ["type": "string", "description": summary] }
    return [
      "type": "array", "items": ["type": "string"],
      "minItems": .number(JSONNumber(operandsCount.lowerBound)),
      "maxItems": .number(JSONNumber(operandsCount.upperBound)), "description": summary,
    ]
  }

  // MARK: What it is given

  /// Returns the words that are typed behind the command for the arguments of a call.
  ///
  /// - Throws: for an argument that the tool does not take, or of another type.
  func typed(_ arguments: JSONObject) throws(RemoteError) -> [String] {
    var typed: [String] = []
    var operands: [String] = []
    for member in arguments.members {
      if member.key == operandsName {
        operands = try texts(member)
      } else if let option = options.first(where: { $0.name == member.key }) {
        if let word = try word(option, member) { typed.append(word) }
      } else {
        let known = options.map(\.name) + [operandsName].compactMap(\.self)
        throw RemoteError(
          .invalidParameters,
          "'\(command.name)' takes no argument '\(member.key.prefix(100))', but \(known.joined(separator: ", "))"
        )
      }
    }
    guard operandsCount.contains(operands.count) else {
      throw RemoteError(
        .invalidParameters,
        "'\(operandsName ?? "")' has to have \(operandsCount.lowerBound) to \(operandsCount.upperBound) elements"
      )
    }
    return typed + ["--"] + operands
  }

  private func word(
    _ option: Option, _ member: JSONObject.Member
  ) throws(RemoteError) -> String? {
    guard option.value == .none else {
      return "--\(option.name)=\(try text(member.value, member.key))"
    }
    guard let isWanted = member.value.bool else {
      throw RemoteError(.invalidParameters, "'\(member.key)' has to be true or false")
    }
    return isWanted ? "--\(option.name)" : nil
  }

  private func texts(_ member: JSONObject.Member) throws(RemoteError) -> [String] {
    guard operandsCount.upperBound > 1 else { return [try text(member.value, member.key)] }
    guard let elements = member.value.array else {
      throw RemoteError(.invalidParameters, "'\(member.key)' has to be a list of texts")
    }
    return try elements.map { (element) throws(RemoteError) in try text(element, member.key) }
  }

  private func text(_ value: JSON, _ name: String) throws(RemoteError) -> String {
    guard let text = value.string else {
      throw RemoteError(.invalidParameters, "'\(name)' has to be a text")
    }
    guard !text.utf8.contains(0) else {
      throw RemoteError(.invalidParameters, "'\(name)' holds a null character")
    }
    guard text != "-" else {
      throw RemoteError(
        .invalidParameters,
        "'\(name)' cannot be standard input, which carries messages: name a file")
    }
    return text
  }
}

extension Option {
  /// The option as JSON Schema describes it.
  fileprivate var schema: JSON {
    let summary = JSON.string(summary)
    return switch value {
    case .none: ["type": "boolean", "description": summary]
    case .text: ["type": "string", "description": summary]
    case .choice(let words):
      ["type": "string", "enum": .array(words.map(JSON.string)), "description": summary]
    }
  }
}
