import JSONText

/// One HTML file that holds everything that it shows, and loads nothing.
struct PageDocument {
  let heading: PageHeading
  /// The content of the page before any script runs.
  let content: String
  /// Style sheets beyond the general one.
  var styles: [[UInt8]] = []
  var scripts: [[UInt8]] = []
  /// Data for the scripts, by the id of its element; that which the scripts need at once.
  var data: [(id: String, json: JSON)] = []
  /// Data that follows the scripts, so that the page is there before it.
  var laterData: [(id: String, json: JSON)] = []

  var html: String {
    let style = ([PackageResources.page_css] + styles).map(Self.text).joined()
    let script =
      scripts.isEmpty
      ? ""
      : """
      <script>
      (() => {
      'use strict';
      \(scripts.map(Self.text).joined())})();
      </script>

      """
    return """
      <!DOCTYPE html>
      <html lang="en" class="static">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>\(HTMLText.escaped(heading.title)): \(HTMLText.escaped(heading.subject.lowercased()))</title>
      <style>
      \(style)</style>
      </head>
      <body>
      \(content)
      \(data.map(Self.element).joined())\(script)\(laterData.map(Self.element).joined())</body>
      </html>

      """
  }

  private static func element(_ id: String, _ json: JSON) -> String {
    "<script type=\"application/json\" id=\"\(id)\">\(json.text(.embedded))</script>\n"
  }

  private static func text(_ resource: [UInt8]) -> String {
    String(decoding: resource, as: UTF8.self)
  }
}
