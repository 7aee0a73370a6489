import JSONText

extension LogFormat {
  /// The lines that templates log about the requests that they send, on the console or in BigQuery.
  static let sentRequests = LogFormat(
    name: "logs of tags", object: { row in SentLine(row).map { .sent($0) } })
}
