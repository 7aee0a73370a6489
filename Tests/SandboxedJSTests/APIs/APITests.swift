import Testing

@testable import SandboxedJS

/// What the APIs give to a template and do to the world outside.
@Suite struct APITests {
  /// What is outside in these tests.
  static let environment = Environment(
    eventData: [
      "event_name": "purchase", "value": 12.5, "items": [["item_id": "A1"], ["item_id": "B2"]],
      "user_data": ["address": [["city": "Berlin"]]], "a.b": "dotted",
    ],
    request: IncomingRequest(
      method: "POST", path: "/g/collect", query: "v=2&tid=G-1&ep.x=a%20b&n=1&n=2",
      headers: [
        NamedText("User-Agent", "Test/1.0"), NamedText("X-Twice", "a"),
        NamedText("x-twice", "b"), NamedText("Host", "gtm.shop.example.co.uk"),
      ],
      cookies: [
        NamedText("_ttp", "abc%20d"), NamedText("_ttp", "second"), NamedText("bad", "%E0%A4%A"),
      ],
      body: "{}", remoteAddress: "192.0.2.7"),
    clientName: "GA4", storage: ["seen": 3], documents: ["users/u1": ["n": 1]],
    privateKeys: ["k": Array("key".utf8)])

  /// What a template with one `return` gives, as text.
  static func value(
    _ source: String, requires names: String = "", environment: Environment = Self.environment,
    permissions: PermissionPolicy = .everything
  ) throws -> String {
    let run = try run(
      source, requires: names, environment: environment, permissions: permissions)
    switch run.outcome {
    case .returned(let value): return value.description
    case .failed(let failure): return failure.description
    }
  }

  static func run(
    _ source: String, requires names: String = "", kind: TemplateKind = .variable,
    data: ScriptValue = .object([]), environment: Environment = Self.environment,
    permissions: PermissionPolicy = .everything
  ) throws -> TemplateRun {
    let needed = names.split(separator: " ").map { "const \($0) = require('\($0)'); " }
    let script = try CompiledScript(template: needed.joined() + source)
    return TemplateRun(
      script, kind: kind, data: data, environment: environment, permissions: permissions)
  }

  @Test(
    "APIs give what the environment holds",
    arguments: [
      ("getEventData", "getEventData('event_name')", "\"purchase\""),
      ("getEventData", "getEventData('items.1.item_id')", "\"B2\""),
      ("getEventData", "getEventData('user_data.address.0.city')", "\"Berlin\""),
      ("getEventData", "getEventData('a.b')", "\"dotted\""),
      ("getEventData", "getEventData('items.7.x')", "undefined"),
      ("getAllEventData", "getAllEventData().value", "12.5"),
      ("getRequestHeader", "getRequestHeader('USER-AGENT')", "\"Test/1.0\""),
      ("getRequestHeader", "getRequestHeader('x-twice')", "\"a, b\""),
      ("getRequestHeader", "getRequestHeader('none')", "undefined"),
      ("getRequestBody", "getRequestBody()", "\"{}\""),
      ("getRequestMethod", "getRequestMethod()", "\"POST\""),
      ("getRequestPath", "getRequestPath()", "\"/g/collect\""),
      ("getRequestQueryString", "getRequestQueryString()", "\"v=2&tid=G-1&ep.x=a%20b&n=1&n=2\""),
      ("getRequestQueryParameter", "getRequestQueryParameter('ep.x')", "\"a b\""),
      ("getRequestQueryParameter", "getRequestQueryParameter('n')", "\"1\""),
      (
        "getRequestQueryParameters", "getRequestQueryParameters()",
        "{v: \"2\", tid: \"G-1\", ep.x: \"a b\", n: [\"1\", \"2\"]}"
      ),
      ("getRemoteAddress", "getRemoteAddress()", "\"192.0.2.7\""),
      ("getCookieValues", "getCookieValues('_ttp')", "[\"abc d\", \"second\"]"),
      ("getCookieValues", "getCookieValues('_ttp', true)[0]", "\"abc%20d\""),
      ("getCookieValues", "getCookieValues('bad')", "[\"%E0%A4%A\"]"),
      ("getCookieValues", "getCookieValues('none')", "[]"),
      ("getClientName", "getClientName()", "\"GA4\""),
      ("getContainerVersion", "getContainerVersion().previewMode", "false"),
      ("getTimestampMillis", "getTimestampMillis()", "1767225600000"),
      ("isRequestMpv2", "isRequestMpv2()", "true"), ("isRequestMpv1", "isRequestMpv1()", "false"),
      ("templateDataStorage", "templateDataStorage.getItemCopy('seen')", "3"),
      ("templateDataStorage", "templateDataStorage.getItemCopy('none')", "null"),
    ])
  func environmentValues(names: String, source: String, value: String) throws {
    #expect(try Self.value("return \(source)", requires: names) == value)
  }

  @Test(
    "pure APIs compute",
    arguments: [
      (
        "JSON", "JSON.parse('{\"a\": [1, -2.5e3, \"x\\\\u00e9\\\\n\", true, null]}')",
        "{a: [1, -2500, \"xé\\n\", true, null]}"
      ),
      ("JSON", "JSON.parse('{\"a\":}')", "undefined"), ("JSON", "JSON.parse('')", "undefined"),
      ("JSON", "JSON.parse('01')", "undefined"), ("JSON", "JSON.parse('[1,]')", "undefined"),
      ("JSON", "JSON.parse(undefined)", "undefined"), ("JSON", "JSON.parse(12)", "12"),
      ("JSON", "JSON.parse(' \\n[1] ')", "[1]"), ("JSON", "JSON.parse('\"日本\"')", "\"日本\""),
      (
        "JSON", "JSON.stringify({a: [1, undefined, () => 1], b: undefined, c: 'é\"\\n', d: 0 / 0})",
        "\"{\\\"a\\\":[1,null,null],\\\"c\\\":\\\"é\\\\\\\"\\\\n\\\",\\\"d\\\":null}\""
      ),
      ("JSON", "JSON.stringify(undefined)", "undefined"),
      ("JSON", "JSON.stringify('\\ud83d')", "\"\\\"\\\\ud83d\\\"\""),
      ("JSON", "JSON.stringify({2: 1, b: 1, 1: 1})", "\"{\\\"1\\\":1,\\\"2\\\":1,\\\"b\\\":1}\""),
      (
        "Math",
        "[Math.abs(-1), Math.ceil(1.2), Math.floor(-1.2), Math.round(-2.5), Math.round(2.5)]",
        "[1, 2, -2, -2, 3]"
      ),
      (
        "Math",
        "[Math.max(), Math.min(), Math.max(1, '3', 2), Math.min(1, 'x'), Math.pow(2, 10), Math.sqrt(2)]",
        "[-Infinity, Infinity, 3, NaN, 1024, 1.4142135623730951]"
      ),
      (
        "Math", "Math.round(0.49999999999999994) + Math.round(4503599627370495.5)",
        "4503599627370496"
      ),
      ("Object", "Object.keys({b: 1, a: 2, 1: 3})", "[\"1\", \"b\", \"a\"]"),
      ("Object", "Object.values({b: 1, a: 2})", "[1, 2]"),
      ("Object", "Object.entries([5])", "[[\"0\", 5]]"),
      (
        "Object", "Object.keys(null)",
        "TypeError: Cannot convert undefined or null to object (template:1:49)"
      ),
      (
        "makeString", "makeString(undefined) + makeString([1, null]) + makeString(1e21)",
        "\"undefined1,1e+21\""
      ),
      (
        "makeNumber", "[makeNumber('12.50'), makeNumber('abc'), makeNumber(null), makeNumber('')]",
        "[12.5, NaN, 0, 0]"
      ),
      ("makeInteger", "[makeInteger('12.9'), makeInteger(-1.5)]", "[12, -1]"),
      ("makeTableMap", "makeTableMap([{k: 'a', v: 1}, {k: 'b', v: 2}], 'k', 'v')", "{a: 1, b: 2}"),
      (
        "makeTableMap", "[makeTableMap([], 'k', 'v'), makeTableMap(undefined, 'k', 'v')]",
        "[null, null]"
      ),
      (
        "getType",
        "[getType(1), getType('a'), getType(true), getType(null), getType(undefined), getType([]), getType({}), getType(getType)].join()",
        "\"number,string,boolean,null,undefined,array,object,function\""
      ),
      (
        "parseUrl", "parseUrl('https://u:p@shop.example.com:8080/a/b?x=1&y=2&x=3#f').searchParams",
        "{x: [\"1\", \"3\"], y: \"2\"}"
      ),
      ("parseUrl", "parseUrl('https://shop.example.com/a?b#c').pathname", "\"/a\""),
      ("parseUrl", "parseUrl('no address')", "undefined"),
      ("encodeUriComponent", "encodeUriComponent('a b&ü/')", "\"a%20b%26%C3%BC%2F\""),
      (
        "encodeUri", "encodeUri('https://example.com/a b?ü')",
        "\"https://example.com/a%20b?%C3%BC\""
      ),
      (
        "decodeUriComponent", "decodeUriComponent('a%20%C3%BC') + decodeUriComponent('%')",
        "\"a üundefined\""
      ),
      (
        "toBase64 fromBase64",
        "toBase64('ü?>') + ' ' + toBase64('ü?>', {urlEncoding: true}) + ' ' + fromBase64(toBase64('ü'))",
        "\"w7w/Pg== w7w_Pg ü\""
      ),
      (
        "sha256Sync", "sha256Sync('abc', {outputEncoding: 'hex'})",
        "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""
      ),
      ("sha256Sync", "sha256Sync('')", "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\""),
      (
        "hmacSha256",
        "hmacSha256('The quick brown fox jumps over the lazy dog', 'k', {outputEncoding: 'hex'})",
        "\"f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8\""
      ),
      (
        "computeEffectiveTldPlusOne", "computeEffectiveTldPlusOne('https://a.b.example.co.uk/x')",
        "\"example.co.uk\""
      ),
      ("computeEffectiveTldPlusOne", "computeEffectiveTldPlusOne(null)", "null"),
      (
        "createRegex testRegex",
        "const r = createRegex('A(B)', 'gi'); return [testRegex(r, 'xab'), testRegex(r, 'xab'), 'abab'.match(r), 'ab-ab'.replace(r, '<$1>')]",
        "[true, false, [\"ab\", \"ab\"], \"<b>-<b>\"]"
      ),
      (
        "createRegex", "'a1b22c'.split(createRegex('([0-9]+)'))",
        "[\"a\", \"1\", \"b\", \"22\", \"c\"]"
      ),
      ("createRegex", "createRegex('(?=a)')", "null"),
      (
        "generateRandom", "const n = generateRandom(1, 6); return n >= 1 && n <= 6 && n % 1 === 0",
        "true"
      ),
      ("queryPermission", "queryPermission('send_http', 'https://example.com')", "true"),
      ("queryPermission", "queryPermission('nothing')", "false"),
    ])
  func pure(names: String, source: String, value: String) throws {
    let text = source.hasPrefix("const") ? source : "return " + source
    #expect(try Self.value(text, requires: names) == value)
  }

  @Test("Object.freeze keeps an object as it is, and Object.delete takes a property away")
  func freezing() throws {
    let source = """
      const o = {a: 1, b: 2, c: 3, d: 4}; Object.delete(o, 'b'); o.e = 5;
      const f = Object.freeze({x: 1}); f.x = 2; f.y = 3; Object.delete(f, 'x');
      const l = Object.freeze([1]); l.push(2); l[0] = 5; l.length = 0; l.reverse();
      const after = {x: 1}; after.x = 7;
      return [o, f, l, after];
      """
    #expect(
      try Self.value(source, requires: "Object")
        == "[{a: 1, c: 3, d: 4, e: 5}, {x: 1}, [1], {x: 7}]")
  }

  @Test("values from outside are copies")
  func copies() throws {
    let source = """
      const first = getAllEventData(); first.items[0].item_id = 'changed';
      templateDataStorage.setItemCopy('o', first); first.items = 0;
      return [getEventData('items.0.item_id'), templateDataStorage.getItemCopy('o').items[0].item_id];
      """
    #expect(
      try Self.value(source, requires: "getAllEventData getEventData templateDataStorage")
        == "[\"A1\", \"changed\"]")
  }

  @Test("a tag says how it ended, and what it did is recorded")
  func record() throws {
    let source = """
      logToConsole('value', data.value, {a: [1]});
      setCookie('_ttp', 'a b', {domain: 'auto', 'max-age': 60, samesite: 'Lax'});
      sendHttpRequest('https://api.example.com/v1?x=1', {
        method: 'POST', headers: {'Content-Type': 'application/json', none: undefined}, timeout: 500
      }, JSON.stringify({v: data.value})).then((r) => {
        logToConsole(r.statusCode, r.headers.server, r.body);
        return r.statusCode < 300 ? data.gtmOnSuccess() : data.gtmOnFailure();
      });
      """
    let environment = Self.environment.with { request in
      .response(
        status: 201, headers: [NamedText("Server", "test")], body: request.body ?? "")
    }
    let run = try Self.run(
      source, requires: "logToConsole setCookie sendHttpRequest JSON", kind: .tag,
      data: ["value": 5], environment: environment)
    #expect(run.signal == .success)
    #expect(run.record.console == ["value 5 {\"a\":[1]}", "201 test {\"v\":5}"])
    #expect(
      run.record.requests == [
        OutgoingRequest(
          url: "https://api.example.com/v1?x=1", method: "POST",
          headers: [NamedText("Content-Type", "application/json")], body: "{\"v\":5}",
          timeout: 500)
      ])
    #expect(
      run.record.cookies == [
        RunRecord.Cookie(
          name: "_ttp", value: "a%20b",
          attributes: [
            NamedText("domain", "example.co.uk"), NamedText("max-age", "60"),
            NamedText("samesite", "Lax"),
          ])
      ])
  }

  @Test(
    "requests are answered to both forms of call, also when they fail",
    arguments: [
      (HTTPAnswer.response(status: 204), "then 204", "callback 204"),
      (.failed, "catch failed", "callback 0"), (.timedOut, "catch timed_out", "callback 0"),
    ])
  func answers(answer: HTTPAnswer, promised: String, called: String) throws {
    let source = """
      const url = 'https://example.com/';
      sendHttpRequest(url, {}).then(r => log('then ' + r.statusCode)).catch(e => log('catch ' + e.reason));
      sendHttpRequest(url, (status, headers, body) => log('callback ' + status), {method: 'POST'}, 'x');
      sendHttpGet(url).then(r => log('get ' + r.statusCode), () => 0).finally(() => log('end'));
      """
    let environment = Self.environment.with { _ in answer }
    let run = try Self.run(
      "const log = require('logToConsole'); " + source, requires: "sendHttpRequest sendHttpGet",
      kind: .tag, environment: environment)
    #expect(run.record.console.contains(promised))
    #expect(run.record.console.contains(called))
    #expect(run.record.console.last == "end")
    #expect(run.record.requests.map(\.method) == ["GET", "POST", "GET"])
  }

  @Test("a client claims, answers and runs the container")
  func client() throws {
    let source = """
      if (isRequestMpv2()) {
        claimRequest();
        runContainer({event_name: 'x'}, (bind) => {
          bind(addEventCallback)((id, data) => logToConsole(id, data.tags.length));
          setResponseHeader('Cache-Control', 'no-store'); setResponseHeader('x-a', 1);
          setResponseHeader('X-A', null); setResponseStatus(202); setResponseBody('ok');
          returnResponse();
        });
      }
      """
    let run = try Self.run(
      source,
      requires:
        "isRequestMpv2 claimRequest runContainer addEventCallback logToConsole setResponseHeader setResponseStatus setResponseBody returnResponse",
      kind: .client)
    #expect(run.outcome == .returned(.undefined))
    #expect(run.record.isClaimed)
    #expect(run.record.events == [["event_name": "x"]])
    #expect(run.record.response.isSent)
    #expect(run.record.response.status == 202)
    #expect(run.record.response.body == "ok")
    #expect(run.record.response.headers == [NamedText("cache-control", "no-store")])
    #expect(run.record.console == ["GTM-XXXXXXX 0"])
    let tag = try Self.value("claimRequest()", requires: "claimRequest")
    #expect(tag.hasPrefix("Error: Only a Client can claim a request."))
  }

  @Test("Firestore and BigQuery keep what was written")
  func storage() throws {
    let source = """
      Firestore.read('users/u1').then(d => log('read', d.id, d.data.n));
      Firestore.read('users/none').catch(e => log('none', e.reason));
      Firestore.write('users/u1', {m: 2}, {merge: true}).then(id => log('wrote', id))
        .then(() => Firestore.query('users', [['m', '==', 2]])).then(list => log('found', list));
      BigQuery.insert({projectId: 'p', datasetId: 'd', tableId: 't'}, [{a: 1}]).then(() => log('rows'));
      """
    let run = try Self.run(
      "const log = require('logToConsole'); " + source, requires: "Firestore BigQuery", kind: .tag)
    #expect(
      Set(run.record.console) == [
        "read u1 1", "none not_found", "wrote u1", "rows",
        "found [{\"id\":\"u1\",\"data\":{\"n\":1,\"m\":2}}]",
      ])
    #expect(run.record.writes.map(\.path) == ["users/u1"])
    #expect(run.record.inserts.first?.rows == [["a": 1]])
  }

  @Test("without its permission an API ends the run and says what was refused")
  func permissions() throws {
    let policy = PermissionPolicy { request in
      switch request {
      case .sendHTTP(let url): url.hasPrefix("https://allowed.example.com/")
      case .readEventData(let key): key == "event_name"
      default: false
      }
    }
    let cases = [
      ("getEventData", "getEventData('event_name')", "\"purchase\""),
      (
        "getEventData", "getEventData('value')",
        "Prohibited read of event data key 'value': the template lacks the permission 'read_event_data'"
      ),
      (
        "getAllEventData", "getAllEventData()",
        "Prohibited read of all event data: the template lacks the permission 'read_event_data'"
      ),
      (
        "sendHttpRequest", "sendHttpRequest('https://other.example.com/')",
        "Prohibited URL 'https://other.example.com/': the template lacks the permission 'send_http'"
      ),
      ("sendHttpRequest", "typeof sendHttpRequest('https://allowed.example.com/x')", "\"object\""),
      (
        "getCookieValues", "getCookieValues('_ga')",
        "Prohibited read of cookie '_ga': the template lacks the permission 'get_cookies'"
      ),
      ("makeNumber", "makeNumber('1')", "1"),
      ("queryPermission", "queryPermission('read_event_data', 'value')", "false"),
      ("queryPermission", "queryPermission('read_event_data', 'event_name')", "true"),
    ]
    for (names, source, value) in cases {
      let text = try Self.value(
        "return " + source, requires: names, permissions: policy)
      #expect(text.hasPrefix(value), "\(text)")
    }
  }

  @Test("promises are settled in the order of an engine's jobs")
  func promises() throws {
    let source = """
      const p = Promise.create((done) => { log(1); done('a'); done('b'); });
      p.then(v => { log('then ' + v); return Promise.create(ok => ok(9)); }).then(v => log('nine ' + v));
      p.then(() => null.x).catch(e => log('caught')).finally(() => log('finally')).then(v => log('end ' + v));
      Promise.all([1, p, Promise.create((ok) => ok(3))]).then(v => log(v.join()));
      Promise.all([Promise.create((ok, fail) => fail('no')), 2]).catch(e => log('all ' + e));
      Promise.all([]).then(v => log('none ' + v.length));
      p.then(5).then(v => log('through ' + v));
      Promise.create((ok, fail) => fail('f')).finally(() => log('f1')).catch(e => log('f2 ' + e));
      Promise.create(ok => ok({then: (done) => done('own')})).then(v => log(v));
      const q = []; for (let i = 0; i < 5; i++) q.push(i);
      q.reduce((chain, i) => chain.then(() => log('chain ' + i)), p).then(() => log('chained'));
      log(2);
      """
    let run = try Self.run(
      "const log = require('logToConsole'); " + source, requires: "Promise", kind: .tag)
    #expect(
      run.record.console == [
        "1", "2", "then a", "none 0", "f1", "chain 0", "caught", "1,a,3", "all no", "through a",
        "own", "chain 1", "finally", "chain 2", "nine 9", "f2 f", "chain 3", "chain 4",
        "end undefined", "chained",
      ])
    #expect(run.rejections.map(\.message) == ["TypeError: cannot access property of null."])
  }

  @Test("messages reach those that listen to their type")
  func messages() throws {
    let source = """
      addMessageListener('a', (type, message) => { message.n = message.n + 1; logToConsole(type, message.n); });
      const message = {n: 1};
      sendMessage('a', message); sendMessage('b', message); sendMessage('a', 'text');
      return [message.n, hasMessageListener('a'), hasMessageListener('b')];
      """
    let run = try Self.run(
      source, requires: "addMessageListener sendMessage hasMessageListener logToConsole")
    #expect(run.record.console == ["a 2"])
    #expect(run.outcome == .returned([1, true, false]))
  }

  @Test("calls are recorded with their arguments where that is asked for")
  func calls() throws {
    var environment = Self.environment
    environment.recordsCalls = true
    let run = try Self.run(
      "getEventData('value'); setResponseStatus(200)", requires: "getEventData setResponseStatus",
      environment: environment)
    #expect(
      run.record.calls == [
        RunRecord.Call(api: "getEventData", arguments: ["value"]),
        RunRecord.Call(api: "setResponseStatus", arguments: [200]),
      ])
  }

  @Test("every API has documentation, and each that reaches outside has a permission or a reason")
  func registry() {
    for api in ServerAPI.all {
      #expect(api.documentation.hasSuffix("."), "\(api.name)")
      #expect(ServerAPI.named(api.name)?.name == api.name)
    }
    #expect(ServerAPI.all.count == 66)
  }

  @Test("require of what is no API is an error")
  func unknownAPI() throws {
    #expect(
      try Self.value("require('nothing')")
        == "Error: require of 'nothing', which is not an API (template:1:1)")
  }
}
