import JSONText
import Publishing
import Replay
import TagManagerClient

extension FuzzKind {
  /// Returns the kinds of input for servers' answers and what earlier runs kept.
  static func answers(_ folder: String) -> [FuzzKind] {
    [
      FuzzKind("api-answers", in: folder) { bytes in
        _ = GoogleError(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        _ = ServerText.shown(text, hiding: ["secret"])
        _ = RetryAfter.read(text, unixSeconds: 1_700_000_000)
        guard let json = try? JSON.read(bytes, .ofJavaScript()) else { return }
        let container = ContainerLocation(json, publicID: "GTM-ABC1234")
        if let container { _ = WorkspaceLocation(json, in: container) }
      },
      FuzzKind("addresses", in: folder) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let endpoint = HTTPEndpoint(text) else { return }
        _ = endpoint.redirected(to: text)
        _ = endpoint.at(text)
      },
      FuzzKind("credentials", in: folder) { bytes in
        _ = try? CredentialFile(path: "key.json", bytes: bytes).credential
      },
      FuzzKind("journal", in: folder) { bytes in
        guard let json = try? JSON.read(bytes), let journal = PushJournal(json) else { return }
        if PushJournal(journal.json)?.json != journal.json {
          FuzzWatch.fail("is another journal when written")
        }
      },
      FuzzKind("replay-parts", in: folder) { bytes in
        guard let json = try? JSON.read(bytes, .ofJavaScript()),
          var totals = try? ReplayTotals(json: json)
        else { return }
        totals += totals
        _ = totals.json
      },
    ]
  }
}
