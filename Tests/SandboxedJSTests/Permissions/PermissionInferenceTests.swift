import SandboxedJS
import Testing

@Suite struct PermissionInferenceTests {
  /// What a script needs, with `get…` for `require('get…')` at its start.
  private static func accesses(_ script: String) throws -> [PermissionNeed.Access?] {
    let apis = ServerAPI.all.map(\.name).filter { script.contains($0) }
    let head = apis.map { "const \($0) = require('\($0)');" }.joined(separator: " ")
    return try Program(parsing: head + "\n" + script).permissionNeeds()
      .filter { $0.access != nil }.map(\.access)
  }

  static let urls: [(script: String, urls: [KnownText])] = [
    ("sendHttpRequest('https://example.com/a')", [.exactly("https://example.com/a")]),
    ("sendHttpGet(data.url)", [.unknown]), ("sendHttpGet()", [.unknown]),
    (
      "const base = 'https://example.com'; sendHttpGet(base + '/a?id=' + data.id)",
      [.startingWith("https://example.com/a?id=")]
    ),
    (
      "let url = 'https://a.example'; url += data.path; sendHttpGet(url)",
      [.startingWith("https://a.example")]
    ),
    (
      "let url = 'https://a.example/'; if (data.b) url = 'https://b.example/'; sendHttpGet(url)",
      [
        .exactly("https://a.example/"), .exactly("https://b.example/"),
      ]
    ),
    (
      "sendHttpGet(data.eu ? 'https://eu.example/' : 'https://us.example/')",
      [.exactly("https://eu.example/"), .exactly("https://us.example/")]
    ),
    (
      "sendHttpGet(data.url || 'https://example.com/')",
      [.unknown, .exactly("https://example.com/")]
    ),
    ("sendHttpGet('https://' + data.host + '/a')", [.startingWith("https://")]),
    (
      "const u = () => 'https://example.com/' + data.a; sendHttpGet(u())",
      [.startingWith("https://example.com/")]
    ),
    (
      "sendHttpGet(u()); function u() { if (data.a) { return 'https://a.example/'; } return 'https://b.example/'; }",
      [
        .exactly("https://a.example/"), .exactly("https://b.example/"),
      ]
    ),
    (
      "const send = (url) => sendHttpGet(url); send('https://a.example/'); send('https://b.example/')",
      [
        .exactly("https://a.example/"), .exactly("https://b.example/"),
      ]
    ),
    (
      "const send = (url) => sendHttpGet(url); send('https://a.example/'); data.f = send",
      [.unknown]
    ),
    (
      "const o = { eu: 'https://eu.example/', us: 'https://us.example/' }; sendHttpGet(o.eu)",
      [.exactly("https://eu.example/")]
    ),
    (
      "const o = { eu: 'https://eu.example/', us: 'https://us.example/' }; sendHttpGet(o[data.r])",
      [
        .exactly("https://eu.example/"), .exactly("https://us.example/"),
      ]
    ),
    ("const o = { eu: 'https://eu.example/' }; o.eu = data.a; sendHttpGet(o.eu)", [.unknown]),
    (
      "const a = 'https://' + 'example.com' + '/v' + 2; sendHttpGet(makeString(a))",
      [.exactly("https://example.com/v2")]
    ),
    ("let a = 'x'; let b = a; a = b; sendHttpGet(a)", [.exactly("x"), .unknown]),
    ("function f(u) { return f(u + 'a'); } sendHttpGet(f('https://example.com/'))", [.unknown]),
    ("const send = sendHttpGet; send('https://example.com/')", [.exactly("https://example.com/")]),
    (
      "const send = data.post ? sendHttpRequest : sendHttpGet; send('https://example.com/')",
      [
        .exactly("https://example.com/"), .exactly("https://example.com/"),
      ]
    ),
    ("data.send = sendHttpGet", [.unknown]), ("data.f(sendHttpGet)", [.unknown]),
    (
      "for (const u of ['https://a.example/', 'https://b.example/']) sendHttpGet(u)",
      [
        .exactly("https://a.example/"), .exactly("https://b.example/"),
      ]
    ),
    (
      "const list = ['https://a.example/']; list.forEach((u, i) => { sendHttpGet(u); })",
      [.exactly("https://a.example/")]
    ),
    (
      "const list = ['https://a.example/']; list.push(data.u); list.forEach(u => sendHttpGet(u))",
      [.unknown]
    ),
    (
      "let u = 'https://example.com/'; if (data.a) u = u + '?a=' + data.a; sendHttpGet(u)",
      [.startingWith("https://example.com/")]
    ),
    (
      "const host = 'https://example.com'; sendHttpGet([host, 'v1', data.id].join('/'))",
      [.startingWith("https://example.com/v1/")]
    ),
    ("let u; sendHttpGet(u)", [.unknown]),
    (
      "let n = 1; n++; sendHttpGet('https://example.com/' + n)",
      [.startingWith("https://example.com/")]
    ),
  ]

  @Test(arguments: urls) func addressesAreFoundThroughNamesAndFunctions(
    script: String, urls: [KnownText]
  ) throws {
    #expect(try Self.accesses(script) == urls.map { .http($0) })
  }

  static let others: [(script: String, accesses: [PermissionNeed.Access])] = [
    ("logToConsole('a')", [.log]), ("getAllEventData()", [.eventData(.unknown)]),
    ("getEventData('user_data.email')", [.eventData(.exactly("user_data.email"))]),
    (
      "const read = key => getEventData('items.' + key); read('id')",
      [.eventData(.exactly("items.id"))]
    ),
    ("getCookieValues('_ttp')[0]", [.readCookie(.exactly("_ttp"))]),
    (
      "['_fbp', '_fbc'].map(name => getCookieValues(name))",
      [.readCookie(.exactly("_fbp")), .readCookie(.exactly("_fbc"))]
    ),
    (
      "getRequestHeader('user-agent'); getRequestBody(); getRequestPath(); getRemoteAddress()",
      [
        .request(.header(.exactly("user-agent"))), .request(.body), .request(.path),
        .request(.remoteAddress),
      ]
    ),
    (
      "getRequestQueryParameter('ttclid'); getRequestQueryParameters(); getRequestQueryString()",
      [
        .request(.queryParameter(.exactly("ttclid"))), .request(.query), .request(.query),
      ]
    ),
    (
      "setResponseStatus(200); setResponseBody('a'); setResponseHeader('x-a', 'b'); setPixelResponse()",
      [
        .response(.status), .response(.body), .response(.header(.exactly("x-a"))),
        .response(.everything),
      ]
    ),
    ("sendPixelFromBrowser('https://example.com/p')", [.pixel(.exactly("https://example.com/p"))]),
    (
      "getGoogleAuth({ scopes: ['https://www.googleapis.com/auth/adwords', data.s] })",
      [
        .googleCredentials(scope: .exactly("https://www.googleapis.com/auth/adwords")),
        .googleCredentials(scope: .unknown),
      ]
    ),
    ("getGoogleScript('GTAG')", [.googleHTTP]),
    ("templateDataStorage.getItemCopy('a')", [.everything]),
    ("runContainer({}, () => returnResponse())", [.everything, .everything]),
    (
      "addMessageListener('a', () => {}); sendMessage('b', {})",
      [
        .message(type: .exactly("a"), isListening: true),
        .message(type: .exactly("b"), isListening: false),
      ]
    ),
    ("hmacSha256('a', 'key1')", [.privateKey(.exactly("key1"))]),
    ("extractEventsFromMpv2()", [.request(.everything)]),
    (
      "BigQuery.insert({ projectId: data.p, datasetId: 'd', tableId: 't' }, [])",
      [
        .bigQuery(project: .unknown, dataset: .exactly("d"), table: .exactly("t"))
      ]
    ),
    (
      "const to = { datasetId: 'd', tableId: 't' }; const b = getType(BigQuery) === 'function' ? BigQuery() : BigQuery; b.insert(to, [])",
      [
        .bigQuery(project: nil, dataset: .exactly("d"), table: .exactly("t"))
      ]
    ),
    (
      "BigQuery.insert(data.to, [])",
      [.bigQuery(project: .unknown, dataset: .unknown, table: .unknown)]
    ),
    (
      "Firestore.read('users/' + data.id, { projectId: 'p' }); Firestore.write('users', {}); Firestore.query('orders', [])",
      [
        .firestore(project: .exactly("p"), path: .startingWith("users/"), isWriting: false),
        .firestore(project: nil, path: .exactly("users"), isWriting: true),
        .firestore(project: nil, path: .exactly("orders"), isWriting: false),
      ]
    ),
    (
      "setCookie('a', '1', { domain: 'auto', path: '/', secure: true, 'max-age': 60 })",
      [
        .setCookie(
          .init(
            name: .exactly("a"), domain: .exactly("auto"), path: .exactly("/"), isSecure: true,
            isForSession: false))
      ]
    ),
    (
      "const options = { Secure: data.s, samesite: 'none' }; setCookie('a', '1', options)",
      [
        .setCookie(
          .init(name: .exactly("a"), domain: nil, path: nil, isSecure: nil, isForSession: true))
      ]
    ),
    (
      "setCookie(data.n, '1', data.o)",
      [
        .setCookie(
          .init(name: .unknown, domain: .unknown, path: .unknown, isSecure: nil, isForSession: nil))
      ]
    ),
    ("if (typeof sendHttpGet === 'function' && getType(sendHttpGet)) {}", []),
  ]

  @Test(arguments: others)
  func everyAPISaysWhatItReachesFor(script: String, accesses: [PermissionNeed.Access]) throws {
    #expect(try Self.accesses(script) == accesses)
  }

  @Test func whatIsRequiredAndNeverCalledStillNeedsItsPermission() throws {
    let needs = try Program(
      parsing: "const a = require('sendHttpGet');\nrequire('logToConsole')('b')"
    )
    .permissionNeeds()
    #expect(needs.map(\.permission) == [.sendHTTP, .logging])
    #expect(needs.map(\.access) == [nil, .log])
    #expect(needs.map(\.api) == ["sendHttpGet", "logToConsole"])
    #expect(needs.map(\.position.line) == [1, 2])
  }

  static let patterns: [(text: KnownText, pattern: String?)] = [
    (.exactly("https://example.com/a"), "https://example.com/a"),
    (.exactly("https://example.com"), "https://example.com/"),
    (.exactly("https://example.com/a?b=c"), "https://example.com/a*"),
    (.exactly("HTTPS://Example.com:443/a"), "https://example.com/a"),
    (.startingWith("https://example.com/a"), "https://example.com/a*"),
    (.startingWith("https://example.com/?a="), "https://example.com/*"),
    (.startingWith("https://example.com?a="), "https://example.com/*"),
    (.startingWith("http://h:81/"), "http://h:81/*"),
    (.startingWith("https://example.com"), nil), (.startingWith("https://"), nil),
    (.startingWith("https://example.com:80"), nil),
    (.exactly("example.com"), nil), (.exactly("mailto:a"), nil), (.exactly("ftp://h/"), nil),
    (.unknown, nil),
  ]

  @Test(arguments: patterns) func patternIsTheNarrowestThatAllowsTheAddress(
    text: KnownText, pattern: String?
  ) {
    #expect(text.urlPattern == pattern)
  }

  @Test func everyPermissionIsOfAnAPIAndEveryAPIHasAUniqueName() {
    #expect(Set((ServerAPI.all + WebAPI.all).compactMap(\.permission)) == Set(Permission.allCases))
    #expect(ServerAPI.all.map(\.name) == Set(ServerAPI.all.map(\.name)).sorted())
  }

  @Test func scriptsThatCallEachOtherInCirclesEndInAnAnswer() throws {
    let functions = (0..<60).map {
      "function f\($0)(a) { return f\(($0 + 1) % 60)(a + 'x') + f\(($0 + 7) % 60)(a); }"
    }
    let script = functions.joined(separator: "\n") + "sendHttpGet(f0('https://example.com/'));"
    #expect(try Self.accesses(script).count == 1)
  }

  @Test func textsThatGrowWithoutEndEndInAnAnswer() throws {
    let doubled = (1..<60).map { "const a\($0) = a\($0 - 1) + a\($0 - 1);" }
    let script = "const a0 = 'https://example.com/';" + doubled.joined() + "sendHttpGet(a59);"
    let doubledNeeds = try Program(parsing: "const sendHttpGet = require('sendHttpGet');" + script)
      .permissionNeeds()
    #expect(doubledNeeds.allSatisfy { $0.permission == .sendHTTP && $0.access != nil })
    let chain = (1..<5_000).map { "const b\($0) = b\($0 - 1) + 'x';" }
    let long = "const b0 = 'https://example.com/';" + chain.joined() + "sendHttpGet(b4999);"
    #expect(try Self.accesses(long) == [.http(.unknown)])
  }

  @Test(.enabled(if: PublicScripts.folder != nil, "TAGWRIGHT_TEMPLATES is not set"))
  func publicTemplatesDeclareWhatIsFound() throws {
    // One of them uses a storage and the container's version without declaring either.
    let incomplete = try PublicScripts.all().filter { script in
      let needs = try Program(parsing: script.code).permissionNeeds().filter { $0.access != nil }
      return !script.permissions.isSuperset(of: needs.map(\.permission.rawValue))
    }
    #expect(incomplete.count <= 1, "\(incomplete.map(\.name))")
  }
}
