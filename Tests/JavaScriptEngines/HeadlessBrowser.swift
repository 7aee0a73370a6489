import Foundation
package import JSONText

/// Chromium without a window, for tests of what people and pages do in a browser.
package struct HeadlessBrowser: Sendable {
  private let executable: URL

  /// The one along PATH, if there is one.
  package static let installed = Executables.first(
    named: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  ).map(HeadlessBrowser.init)

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// JavaScript that leaves the value of an expression for `result(of:width:)`.
  package static func leave(_ expression: String) -> String {
    "document.documentElement.dataset.result = encodeURIComponent(JSON.stringify(\(expression)));"
  }

  /// Opens a page from a file, and gives what its scripts left.
  ///
  /// - Parameters:
  ///   - width: of the window, in pixels.
  ///   - time: milliseconds that pass on the page before it is looked at, at once where nothing happens in them; none
  ///     where nothing on it waits.
  package func result(of html: String, width: Int = 1200, after time: Int? = nil) throws -> JSON {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(html.utf8).write(to: file)
    let process = Process()
    process.executableURL = executable
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.path)/profile", "--window-size=\(width),900",
    ]
    process.arguments? += time.map { ["--virtual-time-budget=\($0)"] } ?? []
    process.arguments? += ["--dump-dom", file.absoluteString]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dump = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard let start = dump.firstRange(of: #"data-result=""#),
      let text = dump[start.upperBound...].prefix(while: { $0 != "\"" }).removingPercentEncoding
    else { throw Failure(description: "the page left no result: \(dump.prefix(2_000))") }
    return try JSON.read(Array(text.utf8), file: nil)
  }
}
