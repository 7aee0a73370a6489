import JSONText
import Simulator

/// Where the hits of `simulate` come from.
enum HitSource {
  case single(Result<Simulator.Hit, HitError>)
  case list([Result<Simulator.Hit, HitError>])
  case lines(LineReader)

  /// Bytes that a HAR file may have.
  private static let greatestSize = 1 << 29
  /// Lines of a log that are looked at together.
  private static let batch = 256

  /// Reads what the options name: exactly one of them.
  init(_ arguments: ParsedArguments) throws(CommandError) {
    let options = [Simulate.hit, Simulate.hits, Simulate.event]
    guard options.count(where: arguments.has) == 1 else {
      throw CommandError(
        "there has to be one of \(options.map { "'--\($0.name)'" }.joined(separator: ", "))")
    }
    if let text = arguments[Simulate.hit] {
      self = .single(
        Result { () throws(HitError) in
          text.hasPrefix("curl ") ? try CurlCommand.hit(text) : try Simulator.Hit(url: text)
        })
    } else if let path = arguments[Simulate.event] {
      self = Self.events(try Self.json(path))
    } else {
      self = try Self.file(arguments[Simulate.hits] ?? "-")
    }
  }

  /// Whether there is one hit and no more.
  var isSingle: Bool {
    switch self {
    case .single: true
    case .list(let hits): hits.count == 1
    case .lines: false
    }
  }

  /// Calls a function with the hits, those of a log as far as they come without waiting for more.
  func forEachBatch(_ body: ([NumberedHit]) -> Void) throws(CommandError) {
    switch self {
    case .single(let hit): body([NumberedHit(number: 1, content: .hit(hit))])
    case .list(let hits):
      body(hits.enumerated().map { NumberedHit(number: $0 + 1, content: .hit($1)) })
    case .lines(let reader):
      var number = 0
      while true {
        let lines: [[UInt8]]
        do throws(FileError) {
          lines = try reader.nextLines(atMost: Self.batch)
        } catch {
          throw CommandError(error)
        }
        guard !lines.isEmpty else { return }
        let first = number + 1
        number += lines.count
        body(zip(first..., lines).map { NumberedHit(number: $0, content: .line($1)) })
      }
    }
  }

  /// The JSON of a file, or of standard input for `-`.
  static func json(_ path: String) throws(CommandError) -> JSON {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try LineReader(path, longestLine: greatestSize).rest(limit: 1 << 26)
    } catch {
      throw CommandError(error)
    }
    return try json(bytes, path)
  }

  private static func json(_ bytes: [UInt8], _ path: String) throws(CommandError) -> JSON {
    do throws(JSONReadError) {
      return try JSON.read(
        bytes, JSONReadOptions(file: path, depthLimit: 100, repeatedKeys: .lastOneCounts))
    } catch {
      throw CommandError(error.description)
    }
  }

  private static func events(_ json: JSON) -> HitSource {
    let hits = (json.array ?? [json]).map { one in
      Result { () throws(HitError) in try EventCase.hit(one) }
    }
    return json.array == nil ? .single(hits[0]) : .list(hits)
  }

  /// A HAR file and a cURL command are read whole, a log line by line.
  private static func file(_ path: String) throws(CommandError) -> HitSource {
    let bytes: [UInt8]
    do throws(FileError) {
      let reader = try LineReader(path, longestLine: HitLine.limit)
      let head = try reader.head().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if head.starts(with: "curl ".utf8) {
        let text = String(decoding: try reader.rest(limit: 1 << 20), as: UTF8.self)
        return .single(Result { () throws(HitError) in try CurlCommand.hit(text) })
      }
      guard head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "["), isDocument(head)
      else { return .lines(reader) }
      bytes = try reader.rest(limit: greatestSize)
    } catch {
      throw CommandError(error)
    }
    let json = try json(bytes, path)
    return HARFile.isOne(json) ? .list(HARFile.hits(json)) : events(json)
  }

  /// Whether a text that starts so is one JSON value over several lines, and no line by itself.
  private static func isDocument(_ head: ArraySlice<UInt8>) -> Bool {
    guard let end = head.firstIndex(of: 0x0A) else { return true }
    let options = JSONReadOptions(depthLimit: 100, repeatedKeys: .lastOneCounts)
    guard let first = try? JSON.read(Array(head[..<end]), options) else { return true }
    return HARFile.isOne(first) || first.array != nil
  }
}
