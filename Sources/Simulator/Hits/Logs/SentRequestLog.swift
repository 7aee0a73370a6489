import JSONText

extension LogFormat {
  /// What templates log of the requests that they send, on the console or in BigQuery.
  ///
  /// Source: stape-io/gtm-standards, GTMS-3 and GTMS-7.
  static let sentRequests = LogFormat(
    name: "logs of tags",
    object: { row in
      let isKnown = ["Request", "Response", "Message"].contains(
        (row["Type"] ?? row["type"])?.string ?? "")
      let marks = ["TraceId", "trace_id", "RequestUrl", "request_url", "EventName", "tag_name"]
      return isKnown && marks.contains { row[$0] != nil } ? .remainder(.sent) : nil
    })
}
