import Foundation
import JSONText

/// A page with the code of web templates, run by a browser or by another JavaScript engine of the machine.
struct BrowserPage {
  /// What runs a page.
  enum Engine: String, CaseIterable {
    case chromium, node

    /// The executable, found along PATH.
    var executable: URL? {
      let names =
        self == .node
        ? ["node"]
        : [
          "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless_shell",
        ]
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      return names.lazy.flatMap { name in folders.map { URL(filePath: "\($0)/\(name)") } }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
  }

  struct Failure: Error {
    let message: String
  }

  /// The script; it leaves its result in `result`.
  let script: String

  /// Runs the page: its result.
  func result(on engine: Engine) throws -> JSON {
    guard let executable = engine.executable else {
      throw Failure(message: "no \(engine.rawValue)")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: engine == .node ? "page.js" : "page.html")
    let text =
      engine == .node
      ? "globalThis.window = globalThis;\n\(script)\nconsole.log('BEGIN' + JSON.stringify(result) + 'END');"
      : "<!doctype html><title>page</title><body><script>\n\(script)\ndocument.body.textContent = "
        + "'BEGIN' + btoa(JSON.stringify(result)) + 'END';\n</script></body>"
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = executable
    process.arguments =
      engine == .node
      ? [file.path]
      : [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
        "--dump-dom", file.absoluteString,
      ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // A page that shows its own source shows the marks there too: the last ones count.
    guard let begin = output.ranges(of: "BEGIN").last,
      let end = output[begin.upperBound...].firstRange(of: "END")
    else { throw Failure(message: output) }
    let body = String(output[begin.upperBound..<end.lowerBound])
    if engine == .node { return try JSON.read(Array(body.utf8), file: nil) }
    return try JSON.read(Array(Data(base64Encoded: body) ?? Data()), file: nil)
  }

  /// What Tag Manager gives the code of web templates, on the page's own window.
  static let sandbox = """
    const model = {};
    const loaded = [];
    const at = (path) => path.split('.').reduce((value, key) => value == null ? undefined : value[key], window);
    const holder = (path) => {
      const keys = path.split('.');
      const last = keys.pop();
      return [keys.reduce((value, key) => value == null ? undefined : value[key], window), last];
    };
    const apis = {
      JSON: {parse: (text) => { try { return JSON.parse(text); } catch (error) { return undefined; } }},
      Math: Math,
      Object: Object,
      getType: (value) => value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value,
      getTimestampMillis: () => Date.now(),
      generateRandom: (least, most) => least + Math.floor(Math.random() * (most - least + 1)),
      copyFromDataLayer: (key) => model[key],
      copyFromWindow: at,
      setInWindow: (path, value, replaces) => {
        const [object, key] = holder(path);
        if (object == null || object[key] !== undefined && !replaces) return false;
        object[key] = value;
        return true;
      },
      callInWindow: (path, ...rest) => {
        const [object, key] = holder(path);
        return object[key](...rest);
      },
      createQueue: (path) => {
        const [object, key] = holder(path);
        if (object[key] === undefined) object[key] = [];
        return (...entries) => at(path).push(...entries);
      },
      injectScript: (url, onSuccess) => { loaded.push(url); onSuccess(); }
    };
    const compiled = (code) => new Function('require', 'data', code);
    const run = (code, data) => code((name) => apis[name], data);
    """
}
