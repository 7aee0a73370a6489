import JSONText
import Tagwright
import Testing

@Suite struct ModelContextServerTests {
  /// What a server was asked to run.
  private final class Calls {
    var typed: [[String]] = []
  }

  private func answer(_ line: String, _ calls: Calls = Calls()) -> JSON? {
    let server = ModelContextServer(name: "tagwright") { command, typed in
      calls.typed.append([command.name] + typed)
      return ModelContextServer.Result(status: .finding, texts: ["done"])
    }
    return server.answer(to: Array(line.utf8))
  }

  private func call(_ tool: String, _ arguments: String, _ calls: Calls = Calls()) -> JSON? {
    answer(
      #"{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#,
      calls)
  }

  @Test(arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25"),
  ])
  func theClientsVersionIsSpokenWhereItIsKnown(_ wanted: String, _ spoken: String) {
    let answer = answer(
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(wanted)"}}"#)
    #expect(answer?["result"]?["protocolVersion"] == .string(spoken))
    #expect(answer?["result"]?["capabilities"]?["tools"] != nil)
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601, "1"),
    (
      #"{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"push"}}"#, -32602, "\"x\""
    ),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}"#, -32602, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}"#, -32602, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"2"}}"#, -32602, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"initialize"}"#, -32602, "1"),
    (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600, "1"),
    (#"{"jsonrpc":"2.0","method":7}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, "null"),
    (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600, "null"),
    (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600, "1"),
    (#"{"id":1,"method":"ping"}"#, -32600, "1"),
    ("{}", -32600, "null"), ("[]", -32600, "null"), ("7", -32600, "null"),
    ("{", -32700, "null"), ("nonsense", -32700, "null"),
    (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, -32700, "null"),
  ])
  func whatCannotBeDoneIsRefused(_ line: String, _ code: Int, _ id: String) {
    let answer = answer(line)
    #expect(answer?["error"]?["code"] == .number(JSONNumber(code)))
    #expect(answer?["id"]?.text(.compact) == id)
    #expect(answer?["result"] == nil)
  }

  @Test(arguments: [
    "", "  ", #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
    #"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"lint"}}"#,
    #"{"jsonrpc":"2.0","id":1,"result":{}}"#,
    #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}"#,
  ])
  func notificationsAndAnswersAreNotAnswered(_ line: String) {
    let calls = Calls()
    #expect(answer(line, calls) == nil)
    #expect(calls.typed.isEmpty)
  }

  @Test func aBatchIsAnsweredByAListOfItsRequests() throws {
    let ping = #"{"jsonrpc":"2.0","id":"p","method":"ping"}"#
    let notice = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    let answers = try #require(answer("[\(ping),\(notice),1,\(ping)]")?.array)
    #expect(answers.map { $0["id"] } == ["p", .null, "p"])
    #expect(answer("[\(notice),\(notice)]") == nil)
    let long = Array(repeating: ping, count: 101).joined(separator: ",")
    #expect(answer("[\(long)]")?["error"]?["code"] == -32600)
  }

  @Test func argumentsBecomeWhatWouldBeTyped() {
    let calls = Calls()
    let answer = call(
      "simulate", #"{"hits":"a b.log","prove":true,"preview":false,"files":["--now","x"]}"#, calls)
    #expect(calls.typed == [["simulate", "--hits=a b.log", "--prove", "--", "--now", "x"]])
    #expect(answer?["result"]?["content"] == [["type": "text", "text": "done"]])
    // A finding is a result as any other.
    #expect(answer?["result"]?["isError"] == false)
    _ = call("lint", "{}", calls)
    _ = call("explain", #"{"rule":"token-literal"}"#, calls)
    #expect(calls.typed.dropFirst() == [["lint", "--"], ["explain", "--", "token-literal"]])
  }

  @Test(arguments: [
    ("diff", "{}"), ("diff", #"{"files":[]}"#), ("diff", #"{"files":["a","b","c"]}"#),
    ("diff", #"{"files":["a"],"workspace":"1"}"#), ("diff", #"{"files":"a"}"#),
    ("simulate", #"{"hits":"-"}"#), ("simulate", #"{"hits":["a"]}"#), ("simulate", #"{"seed":1}"#),
    ("simulate", #"{"prove":"yes"}"#), ("simulate", #"{"out":"a"}"#),
    ("lint", #"{"file":"a\u0000b"}"#), ("lint", #"{"file":null}"#), ("lint", #"{"help":true}"#),
    ("lint", "[]"), ("test", #"{"paths":[1]}"#), ("contract", #"{"files":["-","a"]}"#),
  ])
  func argumentsThatAToolDoesNotTakeAreRefused(_ tool: String, _ arguments: String) {
    let calls = Calls()
    #expect(call(tool, arguments, calls)?["error"]?["code"] == -32602)
    #expect(calls.typed.isEmpty)
  }

  @Test func everyOptionOfAToolIsOfferedOrWithheld() {
    for tool in ModelContextTool.all {
      #expect(
        Set(tool.options + tool.withheld) == Set(tool.command.options),
        "say in 'ModelContextTool.all' whether assistants get these options of '\(tool.command.name)'"
      )
      #expect(Set(tool.options).isDisjoint(with: tool.withheld))
    }
  }

  @Test func schemasSayWhatArgumentsAre() throws {
    let tools = try #require(
      answer(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)?["result"]?["tools"]?.array)
    for tool in tools {
      let schema = try #require(tool["inputSchema"])
      #expect(schema["type"] == "object" && schema["additionalProperties"] == false)
      for (_, property) in try #require(schema["properties"]?.object).members.map({
        ($0.key, $0.value)
      }) {
        let type = try #require(property["type"]?.string)
        #expect(["string", "boolean", "array"].contains(type))
        #expect(property["description"]?.string?.isEmpty == false)
      }
      #expect(tool["annotations"]?["readOnlyHint"] == true)
    }
    #expect(tools.first { $0["name"] == "diff" }?["inputSchema"]?["required"] == ["files"])
  }
}
