import Diagnostics
import TagManager

extension Meaning {
  /// A client is in one container only: without it nobody answers its requests.
  static let clientMissing = Meaning(
    "client-missing", "a client is in one container only",
    because: """
      A client answers requests and makes events of them. Without it, the hits that it would take come to nothing.
      """,
    example: "the live container has no client 'GA4': its requests are not answered"
  ) { containers in
    containers.differences.filter { $0.kind == .client }.compactMap { pair in
      switch (pair.old, pair.new) {
      case (nil, let client?):
        return Sign(
          containers.newIsPlan ? .warning : .notice, client,
          "\(containers.old.label) has no client '\(client.name)': its requests are not answered")
      case (let client?, nil):
        guard !containers.newIsPlan else { return nil }
        return Sign(
          .warning, client,
          "requests for client '\(client.name)' would no longer be answered: client removed")
      default: return nil
      }
    }
  }
}
