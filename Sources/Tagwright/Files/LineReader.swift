#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Pipes

private let systemRead = read

/// Reads a file, or standard input for `-`, line by line, holding only what it needs; a compressed file is read through
/// the program `gzip`.
final class LineReader {
  /// Bytes that are read at once.
  private static let chunk = 1 << 18

  private let path: String
  private let descriptor: Int32
  private let longestLine: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isAtStart = true
  private var decompression: RunningProgram?

  /// Opens a file.
  ///
  /// - Parameter longestLine: of a longer line only so many bytes, and one more, are given.
  init(_ path: String, longestLine: Int) throws(FileError) {
    self.path = path
    self.longestLine = longestLine
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path, errno) }
    if try FileSystem.status(of: path, followingLinks: true)?.kind == .folder {
      close(descriptor)
      throw FileError("cannot read '\(path)'", reason: "it is a folder")
    }
  }

  /// Reads standard input from a descriptor that is the reader's own.
  init(descriptor: Int32, longestLine: Int) {
    path = "-"
    self.descriptor = descriptor
    self.longestLine = longestLine
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next line without its end, or `nil` behind the last one.
  func next() throws(FileError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let rest = buffer[start...]
      if let end = rest.firstIndex(of: 0x0A) {
        append(rest[..<end], to: &line)
        start = end + 1
        return line
      }
      append(rest, to: &line)
      start = buffer.count
      if isAtEnd { return line.isEmpty && rest.isEmpty ? nil : line }
      try fill()
      if isAtEnd, buffer.isEmpty { return line.isEmpty ? nil : line }
    }
  }

  /// The next line and those behind it that were read with it; none behind the last one.
  ///
  /// So a pipe's lines are given when they come, and a long file's by the hundred.
  func nextLines(atMost limit: Int) throws(FileError) -> [[UInt8]] {
    guard let first = try next() else { return [] }
    var lines = [first]
    while lines.count < limit, let end = buffer[start...].firstIndex(of: 0x0A) {
      var line: [UInt8] = []
      append(buffer[start..<end], to: &line)
      start = end + 1
      lines.append(line)
    }
    return lines
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line += bytes.prefix(max(0, longestLine + 1 - line.count))
  }

  /// Returns the bytes that come next, without taking them: from the first that is not left out to the end of its line or
  /// beyond, of a longer line only so many.
  func head(dropping leftOut: [UInt8]) throws(FileError) -> ArraySlice<UInt8> {
    var head = Array(buffer[start...])
    while true {
      let text = head.drop { leftOut.contains($0) }
      if isAtEnd || text.contains(0x0A) || text.count > longestLine {
        (buffer, start) = (head, 0)
        return text
      }
      try fill()
      head += buffer
    }
  }

  /// Everything that is left.
  ///
  /// - Parameter limit: a longer rest is refused, in bytes.
  func rest(limit: Int) throws(FileError) -> [UInt8] {
    var bytes = Array(buffer[start...])
    start = buffer.count
    while !isAtEnd {
      try fill()
      bytes += buffer
      start = buffer.count
      guard bytes.count <= limit else {
        throw FileError("cannot read '\(path)'", reason: "it has more than \(limit >> 20) MiB")
      }
    }
    return bytes
  }

  /// Takes the next bytes in the place of those that were used.
  private func fill() throws(FileError) {
    start = 0
    buffer = try bytes(of: decompression?.output.reading ?? descriptor)
    if isAtStart, buffer.starts(with: [0x1F, 0x8B]) {
      isAtStart = false
      decompression = try decompressing()
      return try fill()
    }
    isAtStart = false
    isAtEnd = buffer.isEmpty
    if isAtEnd, let decompression, decompression.status() != 0 {
      throw FileError(
        "cannot read '\(path)'", reason: "what 'gzip' compressed is damaged or was cut off")
    }
  }

  private func bytes(of descriptor: Int32) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.chunk)
    var count = -1
    repeat {
      count = bytes.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    guard count >= 0 else { throw FileError("read", path, errno) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func decompressing() throws(FileError) -> RunningProgram {
    guard path != "-" else {
      throw FileError(
        "cannot read standard input", reason: "it is compressed",
        advice: "put 'gzip -dc' before it, or name the file")
    }
    var gzip = ChildProcess("gzip", ["-dc"])
    gzip.inputFile = path
    gzip.showsErrors = false
    do throws(CommandError) {
      return try gzip.started()
    } catch {
      throw FileError(
        "cannot read '\(path)'", reason: "it is compressed, and \(error.message)",
        advice: "install 'gzip', or decompress the file first")
    }
  }
}
