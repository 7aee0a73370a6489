import JSONText
import SandboxedJS

extension LogFormat {
  /// Messages of Pub/Sub, as a push and `gcloud pubsub subscriptions pull` have them: a line of any format is inside.
  ///
  /// Source: Pub/Sub, `PubsubMessage`: `data` is base64.
  static let pubSub = LogFormat(
    name: "Pub/Sub",
    object: { entry in
      guard let message = entry["message"]?.object, let data = message["data"]?.string,
        entry["subscription"] != nil || entry["ackId"] != nil || message["messageId"] != nil
          || message["publishTime"] != nil || entry.members.count == 1
      else { return nil }
      guard let bytes = Base64.decode(data), let line = String(validating: bytes, as: UTF8.self)
      else { return .damaged("the 'data' of the Pub/Sub message is not text in base64") }
      return .line(line)
    })
}
