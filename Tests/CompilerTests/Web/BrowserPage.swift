import Foundation
import JSONText
import JavaScriptEngines

/// A page with the code of web templates, run by a browser or by another JavaScript engine of the machine.
struct BrowserPage {
  /// The script; it leaves its result in `result`.
  let script: String

  /// Runs the page in a browser: its result.
  func result(in browser: HeadlessBrowser) throws -> JSON {
    try browser.result(
      of: """
        <!doctype html><title>page</title><body><script>
        \(script)
        \(HeadlessBrowser.leave("result"))
        </script></body>
        """)
  }

  /// Runs the script in node, which has no page: its result.
  func result(in node: Node) throws -> JSON {
    let program = """
      globalThis.window = globalThis;
      \(script)
      console.log(JSON.stringify(result));
      """
    return try JSON.read(Array(node.output(["-"], input: Data(program.utf8))), file: nil)
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
