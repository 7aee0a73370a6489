import Replay
import SandboxedJS
import Simulator

/// The id of the lines of a part: the same for the same lines.
struct PartDigest {
  private var hash = StableHash()
  private var lines = 0
  private var bytes = 0

  var id: String { "\(String(hash.value, radix: 16))-\(lines)-\(bytes)" }

  mutating func add(_ hit: NumberedHit) {
    lines += 1
    switch hit.content {
    case .line(let line, _, _):
      hash.add(line)
      bytes += line.count
    case .entry(.success(.hit(let hit, _))):
      add(
        "\(hit.request.method) \(hit.request.path)?\(hit.request.query)\n\(hit.request.body ?? "")")
    case .entry(.success(.sent(let line, _))): add(line.trace ?? "")
    case .entry(.success(.setApart(let remainder, _))): add(remainder.rawValue)
    case .entry(.failure(let error)): add(error.message)
    }
  }

  private mutating func add(_ text: String) {
    hash.add(text)
    bytes += text.utf8.count
  }
}
