import JSONText
import Parallel
import Simulator

/// The origin of the hits of `simulate`: one hit, or files one after the other.
struct HitSource {
  private var single: Result<IncomingHit, HitError>?
  private var events: [Result<IncomingHit, HitError>]?
  private var files: [String] = []
  private var wantedHost: String?

  /// Bytes that a HAR file may have.
  private static let greatestSize = 1 << 29
  /// Files that are read of a folder.
  private static let greatestCount = 100_000
  /// Lines of a log that are looked at together where all that came of them is kept.
  static let batch = 256
  /// The same where only counts are kept: the fewer batches there are, the less the processors wait for each other.
  static let countedBatch = 1_024

  /// The number of processors that its hits can keep busy.
  var processors: Int { isSingle ? 1 : Processors.count }

  /// Hits in the shares in which processors take them: a few for each.
  static func shares(of hits: [NumberedHit]) -> [[NumberedHit]] {
    let size = max(hits.count / (8 * Processors.count), 1)
    return stride(from: 0, to: hits.count, by: size).map { start in
      Array(hits[start..<min(start + size, hits.count)])
    }
  }

  /// Refuses options that do not name one source of hits.
  static func check(_ arguments: ParsedArguments) throws(CommandError) {
    let options = [Simulate.hit, Simulate.hits, Simulate.event, Simulate.push, Simulate.prove]
    guard options.count(where: arguments.has) == 1 else {
      throw CommandError(
        "there has to be one of \(options.map { "'--\($0.name)'" }.joined(separator: ", "))")
    }
    guard arguments.operands.isEmpty || arguments.has(Simulate.hits) else {
      throw CommandError(
        "unexpected argument '\(arguments.operands[0])'",
        notes: ["a file of hits is '--hits FILE'"])
    }
  }

  /// Reads what the options name: exactly one of them.
  ///
  /// - Parameter host: the host at which the container runs, whose requests alone are wanted unless an option says so.
  init(_ arguments: ParsedArguments, host: String?) throws(CommandError) {
    wantedHost = arguments[Simulate.host]?.lowercased() ?? host
    if let path = arguments[Simulate.hits] {
      files = try Self.files(of: [path] + arguments.operands)
    } else if let text = arguments[Simulate.hit] {
      single = Result { () throws(HitError) in
        text.hasPrefix("curl ") ? try CurlCommand.hit(text) : try IncomingHit(url: text)
      }
    } else if let path = arguments[Simulate.event] {
      let json = try Self.json(path)
      let hits = (json.array ?? [json]).map { one in
        Result { () throws(HitError) in try EventCase.hit(one) }
      }
      (single, events) = json.array == nil ? (hits[0], nil) : (nil, hits)
    }
  }

  /// Reads logs, HAR files, lists and folders of them.
  ///
  /// - Parameter wantedHost: the host of the requests that are wanted; `nil` for any.
  init(logs paths: [String], wantedHost: String?) throws(CommandError) {
    self.wantedHost = wantedHost?.lowercased()
    files = try Self.files(of: paths)
  }

  private static func files(of paths: [String]) throws(CommandError) -> [String] {
    var files: [String] = []
    do throws(FileError) {
      for path in paths { files += try Self.files(at: path) }
    } catch {
      throw CommandError(error)
    }
    return files
  }

  /// A file, or the files of a folder and of the folders in it, by name; hidden ones and links to folders are left out.
  private static func files(at path: String) throws(FileError) -> [String] {
    guard path != "-", try FileSystem.status(of: path, followingLinks: true)?.kind == .folder else {
      return [path]
    }
    var files: [String] = []
    for name in try FileSystem.names(in: path) where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let isLink = try FileSystem.status(of: inner)?.kind == .link
      if isLink, try FileSystem.status(of: inner, followingLinks: true)?.kind == .folder {
        continue
      }
      files += try Self.files(at: inner)
      guard files.count <= greatestCount else {
        throw FileError(
          "cannot read '\(path)'", reason: "there are more than \(greatestCount) files in it")
      }
    }
    guard !files.isEmpty else {
      throw FileError("cannot read '\(path)'", reason: "the folder has no files")
    }
    return files
  }

  /// The bytes of all files; `nil` where one of them is compressed or standard input.
  var size: Int? {
    var size = 0
    for path in files {
      guard path != "-", !path.hasSuffix(".gz"),
        let status = try? FileSystem.status(of: path, followingLinks: true)
      else { return nil }
      size += status.size
    }
    return size
  }

  /// Whether there is one hit and no more.
  var isSingle: Bool { single != nil }

  /// Calls a function with the hits, those of a log as far as they come without waiting for more.
  ///
  /// - Parameter size: so many lines of a log are looked at together.
  func forEachBatch(
    of size: Int = HitSource.batch, _ body: ([NumberedHit]) -> Void
  ) throws(CommandError) {
    if let hits = single.map({ [$0] }) ?? events {
      return body(
        hits.enumerated().map { number, hit in
          let entry = hit.map { LogEntry.hit($0, format: HitLine.ownFormat) }
          return NumberedHit(number: number + 1, file: nil, content: .entry(entry))
        })
    }
    for path in files {
      let name = files.count > 1 ? path : nil
      try passingOn(read(path, name, size, body))
    }
  }

  /// A HAR file, a list and a cURL command are read whole, a log line by line.
  private func read(
    _ path: String, _ name: String?, _ size: Int, _ body: ([NumberedHit]) -> Void
  ) throws(FileError) {
    let reader = try LineReader(path, longestLine: HitLine.limit)
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    let head = try reader.head(dropping: blanks)
    if let other = Self.otherForms.first(where: { head.starts(with: $0.start) }) {
      throw FileError("cannot read '\(path)'", reason: other.reason, advice: other.advice)
    }
    if Self.isCommand(head) {
      let text = String(decoding: try reader.rest(limit: 1 << 20), as: UTF8.self)
      let entry = HARFile.Entry { () throws(HitError) in
        .hit(try CurlCommand.hit(text), format: HitLine.ownFormat)
      }
      return body([NumberedHit(number: 1, file: name, content: .entry(entry))])
    }
    if head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "["), Self.isDocument(head) {
      let bytes = try reader.rest(limit: Self.greatestSize).drop { blanks.contains($0) }
      let json: JSON
      do throws(JSONReadError) {
        json = try JSON.read(Array(bytes), .ofJavaScript(file: path))
      } catch {
        throw FileError(error.description)
      }
      let entries =
        HARFile.isOne(json)
        ? HARFile.entries(json, wantedHost: wantedHost)
        : (json.array ?? [json]).map { one in
          HARFile.Entry { () throws(HitError) in
            try HitLine.entry(one, wantedHost: wantedHost)
          }
        }
      return body(
        entries.enumerated().map {
          NumberedHit(number: $0 + 1, file: name, content: .entry($1))
        })
    }
    try readLines(of: reader, name, size, body)
  }

  private func readLines(
    of reader: LineReader, _ name: String?, _ size: Int, _ body: ([NumberedHit]) -> Void
  ) throws(FileError) {
    var number = 0
    var columns = LogColumns.usual
    while true {
      let lines = try reader.nextLines(atMost: size)
      guard !lines.isEmpty else { return }
      var hits: [NumberedHit] = []
      hits.reserveCapacity(lines.count)
      for line in lines {
        number += 1
        columns = LogColumns(header: line) ?? columns
        hits.append(
          NumberedHit(
            number: number, file: name, content: .line(line, columns, wantedHost: wantedHost)))
      }
      body(hits)
    }
  }

  /// The JSON of a file, or of standard input for `-`.
  static func json(_ path: String) throws(CommandError) -> JSON {
    let bytes = try passingOn(LineReader(path, longestLine: greatestSize).rest(limit: 1 << 26))
    do throws(JSONReadError) {
      return try JSON.read(bytes, .ofJavaScript(file: path))
    } catch {
      throw CommandError(error.description)
    }
  }

  /// Forms of logs that are neither text nor compressed by `gzip`, by their first bytes.
  private static let otherForms: [(start: [UInt8], reason: String, advice: String)] = [
    (Array("PAR1".utf8), "it is a Parquet file", "export newline-delimited JSON instead"),
    (Array("Obj\u{1}".utf8), "it is an Avro file", "export newline-delimited JSON instead"),
    (Array("PK\u{3}\u{4}".utf8), "it is a zip archive", "unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "it is compressed by 'zstd'", "put it through 'zstd -dc' first"),
    (Array("BZh".utf8), "it is compressed by 'bzip2'", "put it through 'bzip2 -dc' first"),
    ([0xFD] + Array("7zXZ".utf8), "it is compressed by 'xz'", "put it through 'xz -dc' first"),
  ]

  /// Whether a text that starts so is one JSON value over several lines, and no line by itself, be it a damaged one.
  private static func isDocument(_ head: ArraySlice<UInt8>) -> Bool {
    let lines = head.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    let isList = head.first == UInt8(ascii: "[")
    if let first = try? JSON.read(Array(lines[0]), .ofJavaScript()) {
      return HARFile.isOne(first) || first.array != nil
    }
    guard lines.count > 1 else {
      let start = String(decoding: head.prefix(32), as: UTF8.self)
      return isList || start.filter { !$0.isWhitespace }.hasPrefix("{\"log\":")
    }
    do throws(JSONReadError) {
      _ = try JSON.read(Array(head), .ofJavaScript())
      return true
    } catch {
      // A line of a log that was cut off goes wrong at its end or with the next line, which is a value by itself.
      guard error.line > 1 else { return false }
      guard !isList, error.line <= 3, lines.indices.contains(error.line - 1) else { return true }
      return (try? JSON.read(Array(lines[error.line - 1]), .ofJavaScript()))?.object == nil
    }
  }

  /// Whether a text that starts so is one cURL command over several lines.
  private static func isCommand(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.starts(with: "curl ".utf8) else { return false }
    let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
    return line.contains("\\") || (try? CurlCommand.hit(line)) == nil
  }
}
