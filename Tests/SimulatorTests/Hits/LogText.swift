import Foundation
import Simulator

/// Lines of logs as tests write them.
enum LogText {
  /// Reads a line after its headers.
  static func entry(_ text: String, host: String? = nil) throws -> LogEntry? {
    var rest = Substring(text)
    var columns = LogColumns.usual
    while let end = rest.firstIndex(of: "\n"),
      let header = LogColumns(header: Array(rest[..<end].utf8))
    {
      (columns, rest) = (header, rest[end...].dropFirst())
    }
    return try HitLine.entry(Array(rest.utf8), columns: columns, wantedHost: host)
  }

  /// A message of Pub/Sub with a line inside.
  static func message(_ line: String) -> String {
    #"{"message":{"data":"\#(Data(line.utf8).base64EncodedString())","messageId":"1","publishTime":"2026-01-05T10:15:01Z"},"subscription":"projects/p/subscriptions/s"}"#
  }
}
