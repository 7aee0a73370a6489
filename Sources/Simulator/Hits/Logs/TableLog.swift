import JSONText

extension LogFormat {
  /// Rows of a table with commas, by the names of its header: a row is read as the JSON object with the same members.
  ///
  /// Source: RFC 4180; BigQuery and `gcloud` write one row a line, unless a value has a line end.
  static let table = LogFormat(
    name: "CSV",
    text: { line, columns in
      guard columns.kind == .table else { return nil }
      guard let values = values(of: line) else {
        return .damaged("the row ends within quotes: it was cut off, or a value has a line end")
      }
      guard values.count == columns.names.count else { return nil }
      var row = JSONObject()
      for (name, value) in zip(columns.names, values) where !value.isEmpty {
        row[name] = .string(value)
      }
      return .line(JSON.object(row).text(.compact))
    })

  /// The values of a row; `nil` where a quote is left open.
  static func values(of line: String) -> [String]? {
    var values: [String] = []
    var value: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    for byte in line.utf8 {
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote {
        // A quote in quotes is written twice.
        if wasQuote { value.append(byte) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        values.append(String(decoding: value, as: UTF8.self))
        value.removeAll(keepingCapacity: true)
      } else {
        value.append(byte)
      }
      wasQuote = isQuote && !isQuoted
    }
    return isQuoted ? nil : values + [String(decoding: value, as: UTF8.self)]
  }
}
