import CustomTemplate
import JSONText
import SandboxedJS

/// Runs templates in the project's own interpreter, under their declared permissions.
enum NativeSandbox {
  /// Runs codes, each compiled once.
  static func outcomes(of runs: [ScriptRun]) throws -> [ScriptOutcome] {
    var scripts: [String: CompiledScript] = [:]
    return try runs.map { run in
      let script =
        try scripts[run.template.code] ?? CompiledScript(template: run.template.code)
      scripts[run.template.code] = script
      return outcome(of: run, script)
    }
  }

  private static func outcome(of run: ScriptRun, _ script: CompiledScript) -> ScriptOutcome {
    let answer = httpAnswer(run.answer)
    let ran = TemplateRun(
      script, kind: run.template.info.kind == .variable ? .variable : .tag,
      data: ScriptValue(.object(run.fields)).revived,
      environment: Environment(
        eventData: ScriptValue(run.hit.eventData).revived, request: request(run.hit),
        time: 1_767_225_600_123, answer: { _ in answer }),
      permissions: policy(run.template))
    var outcome = ScriptOutcome(
      requests: ran.record.requests.map { request in
        ScriptOutcome.Request(
          url: request.url, method: request.method, headers: texts(request.headers),
          body: request.body ?? "")
      },
      cookies: ran.record.cookies.map { cookie in
        ScriptOutcome.Cookie(
          name: cookie.name,
          value: URIEncoding.decode(cookie.value, as: .component) ?? cookie.value,
          attributes: texts(cookie.attributes))
      }, log: ran.record.console)
    switch ran.outcome {
    case .returned(let value): outcome.result = value.json
    case .failed(let failure): outcome.thrown = failure.description
    }
    if let rejection = ran.rejections.first { outcome.thrown = rejection.description }
    outcome.successes = ran.signal == .success ? 1 : 0
    outcome.failures = ran.signal == .failure ? 1 : 0
    return outcome
  }

  private static func texts(_ pairs: [NamedText]) -> [String: String] {
    Dictionary(pairs.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
  }

  private static func request(_ hit: Hit) -> IncomingRequest {
    let query = hit.query.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(URIEncoding.encode(value, as: .component))"
    }
    return IncomingRequest(
      query: query.joined(separator: "&"),
      headers: hit.headers.map { NamedText($0.key, $0.value) },
      cookies: hit.cookies.map { NamedText($0.key, $0.value) })
  }

  private static func httpAnswer(_ answer: Answer) -> HTTPAnswer {
    switch answer.json["reason"]?.string {
    case "timed_out": .timedOut
    case .some: .failed
    case nil:
      .response(
        status: answer.json["statusCode"]?.number?.integer ?? 0,
        body: answer.json["body"]?.string ?? "")
    }
  }

  /// What the template's permissions allow.
  private static func policy(_ template: CustomTemplate) -> PermissionPolicy {
    var permissions: [String: TemplatePermission] = [:]
    for permission in template.permissions { permissions[permission.publicID] = permission }
    let declared = permissions
    return PermissionPolicy { request in
      switch request {
      case .readEventData(let key):
        let permission = declared["read_event_data"]
        return key.map { permission?.texts("keyPatterns")?.contains($0) ?? false } ?? false
      case .getCookie(let name):
        return declared["get_cookies"]?.texts("cookieNames")?.contains(name) ?? false
      case .readRequest(.header(let name)):
        let names = declared["read_request"]?.texts("headerWhitelist", column: "headerName")
        return names?.contains { $0.lowercased() == name.lowercased() } ?? false
      case .readRequest(.queryParameter(let name)):
        let names = declared["read_request"]?
          .texts("queryParameterWhitelist", column: "queryParameter")
        return names?.contains(name) ?? false
      case .sendHTTP(let url):
        return declared["send_http"]?.texts("urls")?.contains(url) ?? false
      case .setCookie(let name, _, let path, let secure, _):
        let names = declared["set_cookies"]?.texts("allowedCookies", column: "name")
        return names?.contains(name) ?? false && path == "/" && secure
      case .logging: return declared["logging"] != nil
      default: return false
      }
    }
  }
}

extension ScriptValue {
  /// A text may stand for the number that JSON has no word for.
  fileprivate var revived: ScriptValue {
    switch self {
    case .string("\u{E001}"): .number(.nan)
    case .array(let elements): .array(elements.map(\.revived))
    case .object(let members): .object(members.map { Member($0.key, $0.value.revived) })
    default: self
    }
  }
}
