import Testing

@testable import SandboxedJS

/// What the APIs of web templates give, and do to the page.
@Suite struct WebAPITests {
  /// The page of these tests.
  static let page = WebPage(
    url: "https://shop.example.com:8443/a/cart.html?ttclid=E.C.P.1&n=1&n=2&s=a%20b#top",
    referrer: "https://search.example.org/?q=shirt", title: "Cart", characterSet: "UTF-8",
    cookies: [
      NamedText("_ttp", "abc%20d"), NamedText("_ttp", "second"), NamedText("bad", "%E0%A4%A"),
    ],
    dataLayer: [
      "event": "purchase", "gtm": ["uniqueEventId": 7], "ecommerce": ["items": [["item_id": "A1"]]],
    ],
    window: ["data": ["list": [1, 2]], "text": "given"], functions: ["ttq.track", "gtag"],
    consent: ["ad_storage": false, "analytics_storage": true], localStorage: ["seen": "3"],
    loads: { !$0.contains("broken") })

  static func run(
    _ source: String, requires names: String, kind: TemplateKind = .variable,
    page: WebPage? = Self.page, permissions: PermissionPolicy = .everything
  ) throws -> TemplateRun {
    let needed = names.split(separator: " ").map { "const \($0) = require('\($0)'); " }
    return TemplateRun(
      try CompiledScript(template: needed.joined() + source), kind: kind,
      environment: Environment(page: page), permissions: permissions)
  }

  static func value(_ source: String, requires names: String) throws -> String {
    switch try run(source, requires: names).outcome {
    case .returned(let value): value.description
    case .failed(let failure): failure.description
    }
  }

  @Test(
    "APIs give what the page holds",
    arguments: [
      ("getUrl", "getUrl()", "\"\(Self.page.url)\""),
      ("getUrl", "getUrl('protocol')", "\"https\""),
      ("getUrl", "getUrl('host')", "\"shop.example.com\""),
      ("getUrl", "getUrl('port')", "\"8443\""),
      ("getUrl", "getUrl('path')", "\"/a/cart.html\""),
      ("getUrl", "getUrl('extension')", "\"html\""),
      ("getUrl", "getUrl('query')", "\"ttclid=E.C.P.1&n=1&n=2&s=a%20b\""),
      ("getUrl", "getUrl('fragment')", "\"top\""),
      ("getUrl", "getUrl('nothing')", "undefined"),
      ("getReferrerUrl", "getReferrerUrl('host')", "\"search.example.org\""),
      ("getReferrerUrl", "getReferrerUrl('port')", "\"443\""),
      ("getReferrerUrl", "getReferrerUrl('extension')", "\"\""),
      ("getQueryParameters", "getQueryParameters('s')", "\"a b\""),
      ("getQueryParameters", "getQueryParameters('n', true)", "[\"1\", \"2\"]"),
      ("getQueryParameters", "getQueryParameters('none')", "undefined"),
      ("getReferrerQueryParameters", "getReferrerQueryParameters('q')", "\"shirt\""),
      ("readTitle", "readTitle()", "\"Cart\""),
      ("readCharacterSet", "readCharacterSet()", "\"UTF-8\""),
      ("readAnalyticsStorage", "readAnalyticsStorage()", "undefined"),
      ("getCookieValues", "getCookieValues('_ttp')", "[\"abc d\", \"second\"]"),
      ("getCookieValues", "getCookieValues('_ttp', false)", "[\"abc%20d\", \"second\"]"),
      ("getCookieValues", "getCookieValues('bad')", "[\"%E0%A4%A\"]"),
      ("getCookieValues", "getCookieValues('none')", "[]"),
      ("copyFromDataLayer", "copyFromDataLayer('gtm.uniqueEventId')", "7"),
      ("copyFromDataLayer", "copyFromDataLayer('ecommerce.items.0.item_id')", "\"A1\""),
      ("copyFromDataLayer", "copyFromDataLayer('ecommerce.value')", "undefined"),
      ("isConsentGranted", "isConsentGranted('ad_storage')", "false"),
      ("isConsentGranted", "isConsentGranted('analytics_storage')", "true"),
      ("isConsentGranted", "isConsentGranted('ad_user_data')", "true"),
      ("copyFromWindow", "copyFromWindow('data.list')", "[1, 2]"),
      ("copyFromWindow", "copyFromWindow('data.none.deeper')", "undefined"),
      ("copyFromWindow getType", "getType(copyFromWindow('ttq.track'))", "\"function\""),
      ("setInWindow", "setInWindow('text', 'new')", "false"),
      ("setInWindow", "setInWindow('none.deeper', 1)", "false"),
      ("callInWindow", "callInWindow('nothing', 1)", "undefined"),
      ("localStorage", "localStorage.getItem('seen')", "\"3\""),
      ("localStorage", "localStorage.getItem('none')", "null"),
    ])
  func gives(names: String, source: String, expected: String) throws {
    #expect(try Self.value("return " + source, requires: names) == expected)
  }

  @Test("the window keeps what is set, copied, and is seen whole at the end")
  func window() throws {
    let source = """
      const list = [1]; setInWindow('own', {list: list}); list.push(2);
      const copy = copyFromWindow('own'); copy.list.push(3);
      setInWindow('own.more', true); setInWindow('text', 'new', true);
      aliasInWindow('alias', 'own.list');
      return [copyFromWindow('own').list.length, copy.list.length, aliasInWindow('x', 'none')];
      """
    let run = try Self.run(source, requires: "setInWindow copyFromWindow aliasInWindow")
    #expect(run.outcome == .returned([1, 2, false]))
    #expect(run.record.page.window["own"] == ["list": [1], "more": true])
    #expect(run.record.page.window["text"] == "new")
    #expect(run.record.page.window["alias"] == [1])
  }

  @Test("functions of the page are called with all arguments")
  func calls() throws {
    let run = try Self.run(
      "callInWindow('ttq.track', 'Purchase', {value: 1}, {event_id: 'a'}); data.gtmOnSuccess();",
      requires: "callInWindow", kind: .tag)
    #expect(
      run.record.page.calls == [
        PageRecord.Call(
          path: "ttq.track", arguments: ["Purchase", ["value": 1], ["event_id": "a"]])
      ])
    #expect(run.signal == .success)
  }

  @Test("queues are made once, and what they are given stands in the window")
  func queues() throws {
    let source = """
      createQueue('q')(['track', 1], 2); createQueue('q')(3);
      const gtag = createArgumentsQueue('own', 'args'); gtag('config', {a: 1});
      callInWindow('own', 'event'); return createQueue('data.list')(9);
      """
    let run = try Self.run(source, requires: "createQueue createArgumentsQueue callInWindow")
    #expect(run.outcome == .returned(3))
    #expect(run.record.page.window["q"] == [["track", 1], 2, 3])
    #expect(run.record.page.window["args"] == [["config", ["a": 1]], ["event"]])
    #expect(
      try Self.value("createQueue('a.b')", requires: "createQueue").contains(
        "'a.b' has no parent in the window"))
  }

  @Test("what is loaded calls back later, and a script with a token is loaded once")
  func loading() throws {
    let source = """
      const done = []; const add = (name) => () => { logToConsole(name); };
      injectScript('https://example.com/a.js', add('a'), add('no'), 'token');
      injectScript('https://example.com/a.js', add('again'), add('no'), 'token');
      injectScript('https://example.com/broken.js', add('no'), add('b'));
      injectHiddenIframe('https://example.com/frame', add('frame'));
      sendPixel('https://example.com/broken.gif', add('no'), add('pixel'));
      logToConsole('first');
      """
    let run = try Self.run(
      source, requires: "injectScript injectHiddenIframe sendPixel logToConsole")
    #expect(run.record.console == ["first", "a", "again", "b", "frame", "pixel"])
    #expect(
      run.record.page.scripts == ["https://example.com/a.js", "https://example.com/broken.js"])
    #expect(run.record.page.frames == ["https://example.com/frame"])
    #expect(run.record.page.pictures == ["https://example.com/broken.gif"])
  }

  @Test("consent listeners hear of changes, and of nothing else")
  func consent() throws {
    let source = """
      ['ad_storage', 'analytics_storage', 'ad_user_data'].forEach((type) =>
        addConsentListener(type, (type, granted) => logToConsole(type, granted)));
      setDefaultConsentState({ad_storage: 'denied', wait_for_update: 500});
      updateConsentState({ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted'});
      gtagSet({ads_data_redaction: true});
      """
    let run = try Self.run(
      source,
      requires: "addConsentListener setDefaultConsentState updateConsentState gtagSet logToConsole")
    #expect(run.record.console == ["ad_storage true"])
    #expect(run.record.page.commands.map(\.first) == ["consent", "consent", "set"])
  }

  @Test("storage keeps texts, template storage also functions")
  func storage() throws {
    let source = """
      localStorage.setItem('n', 5); localStorage.removeItem('seen');
      templateStorage.setItem('f', () => 'called');
      return [templateStorage.getItem('f')(), templateStorage.getItem('none')];
      """
    let run = try Self.run(source, requires: "localStorage templateStorage")
    #expect(run.outcome == .returned(["called", .undefined]))
    #expect(run.record.page.localStorage == ["n": "5"])
  }

  @Test("cookies are encoded unless told not to, and 'auto' is the broadest domain")
  func cookies() throws {
    let run = try Self.run(
      "setCookie('a', 'x y', {domain: 'auto', 'max-age': 60}); setCookie('b', 'x y', {}, false);",
      requires: "setCookie")
    #expect(run.record.cookies.map(\.value) == ["x%20y", "x y"])
    #expect(run.record.cookies[0].attributes.first == NamedText("domain", "example.com"))
  }

  @Test("a digest is handed over, where only options follow and where a failure's function does")
  func digests() throws {
    let run = try Self.run(
      """
      sha256('a', (digest) => logToConsole(digest), () => 0, {outputEncoding: 'hex'});
      sha256('a', (digest) => logToConsole(digest), {outputEncoding: 'hex'});
      """, requires: "sha256 logToConsole")
    let digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    #expect(run.record.console == [digest, digest])
  }

  @Test(
    "each side has its own APIs",
    arguments: [
      ("getEventData", false), ("sendHttpRequest", false), ("sha256Sync", false),
      ("Promise", false), ("createRegex", false), ("copyFromDataLayer", true),
      ("injectScript", true), ("localStorage", true), ("getUrl", true),
    ])
  func sides(name: String, isOfWeb: Bool) throws {
    let source = "return require('\(name)') !== undefined;"
    let web = try Self.run(source, requires: "").outcome
    let server = try Self.run(source, requires: "", page: nil).outcome
    #expect((web == .returned(true)) == isOfWeb)
    #expect((server == .returned(true)) == !isOfWeb)
  }

  @Test(
    "what is not permitted ends the run and names the permission",
    arguments: [
      ("copyFromWindow", "copyFromWindow('a.b')", "Prohibited read of global 'a.b'"),
      ("setInWindow", "setInWindow('a', 1)", "Prohibited write of global 'a'"),
      ("callInWindow", "callInWindow('a')", "Prohibited execute of global 'a'"),
      ("copyFromDataLayer", "copyFromDataLayer('a')", "read_data_layer"),
      ("injectScript", "injectScript('https://example.com/')", "inject_script"),
      ("getUrl", "getUrl('host')", "Prohibited read of the page's host"),
      ("getQueryParameters", "getQueryParameters('q')", "query parameter 'q'"),
      ("localStorage", "localStorage.setItem('k', 1)", "write of local storage key 'k'"),
      ("isConsentGranted", "isConsentGranted('ad_storage')", "access_consent"),
      ("getCookieValues", "getCookieValues('_ttp')", "get_cookies"),
      ("readTitle", "readTitle()", "read_title"),
    ])
  func denied(names: String, source: String, message: String) throws {
    let run = try Self.run(source, requires: names, permissions: PermissionPolicy { _ in false })
    guard case .failed(let failure) = run.outcome else {
      Issue.record("nothing was denied")
      return
    }
    #expect(failure.description.contains(message))
  }

  @Test("every API has documentation and a name of its own")
  func registry() {
    for api in WebAPI.all { #expect(api.documentation.hasSuffix("."), "\(api.name)") }
    #expect(WebAPI.all.map(\.name) == Set(WebAPI.all.map(\.name)).sorted())
  }

  @Test("APIs take any arguments")
  func hostileArguments() throws {
    let values = [
      "undefined", "null", "0 / 0", "''", "'a.b'", "'..'", "'__proto__.x'", "[]", "loop", "() => 1",
      "({then: 1})", "'text'", "'data.list'", "'ttq'",
    ]
    for api in WebAPI.all {
      let targets =
        api.methods?.map { "require('\(api.name)').\($0)" } ?? ["require('\(api.name)')"]
      for target in targets {
        for (index, first) in values.enumerated() {
          let second = values[(index * 5 + 3) % values.count]
          let third = values[(index * 3 + 1) % values.count]
          _ = try Self.run(
            "const loop = {}; loop.loop = loop; return \(target)(\(first), \(second), \(third));",
            requires: "")
        }
      }
    }
  }
}
