import Foundation
import Testing

/// The generated declarations, held by TypeScript's own compiler against what a site may write.
@Suite struct TypeScriptTests {
  private static var compiler: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/tsc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// The lines of a script in which the compiler finds an error.
  private static func wrongLines(_ lines: [String]) throws -> [Int: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try WebPlan().text("data-layer.d.ts")
      .write(to: folder.appending(path: "data-layer.d.ts"), atomically: true, encoding: .utf8)
    try (["import './data-layer';"] + lines).joined(separator: "\n")
      .write(to: folder.appending(path: "site.ts"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = compiler
    process.arguments = ["--noEmit", "--strict", "--pretty", "false", "site.ts"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var wrong: [Int: String] = [:]
    for message in text.split(separator: "\n") where !message.hasPrefix(" ") {
      let number = message.split(whereSeparator: { "(,".contains($0) }).dropFirst().first
      // The first line is the import; what names no line belongs to none of them.
      wrong[number.flatMap { Int($0) }.map { $0 - 2 } ?? -1] = String(message)
    }
    return wrong
  }

  private static let item = "{item_id: 'SKU-1', price: 29.99, quantity: 2}"

  private static let right = [
    "{event: 'search', search_term: 'tee'}",
    "{event: 'search', search_term: 'tee', user_id: 'u1', user_data: {email_address: 'alice@example.com'}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}}",
    "{ecommerce: null}",
    "{user_id: 'u1'}",
  ]

  private static let wrong = [
    "{event: 'serch', search_term: 'tee'}",
    "{event: 'search', serch_term: 'tee'}",
    "{event: 'search', search_term: 5}",
    "{event: 'search', user_data: {email: 'alice@example.com'}}",
    "{event: 'purchase'}",
    "{event: 'purchase', ecommerce: null}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, items: [\(item)]}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: '59.98', currency: 'EUR', items: [\(item)]}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: \(item)}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [{item_name: 'Tee'}]}}",
    "{event: 'Purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}}",
  ]

  @Test(
    "TypeScript takes a right push, and no push with a missing, misspelt or wrongly typed field",
    .enabled(if: compiler != nil, "TypeScript's compiler 'tsc' is not on PATH"))
  func pushes() throws {
    let pushes = (Self.right + Self.wrong).map { "window.dataLayer.push(\($0));" }
    let found = try Self.wrongLines(pushes)
    #expect(
      Set(found.keys) == Set(Self.right.count..<pushes.count), "\(found.sorted { $0.key < $1.key })"
    )
  }
}
