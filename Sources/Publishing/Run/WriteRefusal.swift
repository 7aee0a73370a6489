import ContainerDiff
import JSONText
import TagManager
import TagManagerClient

/// The reasons a request that writes was not done.
enum WriteRefusal: Error {
  /// Nobody knows whether it was done.
  case uncertain(FetchFailure)
  /// The workspace has become a version, and takes nothing any more.
  case submitted
  /// Several entities at once were refused: which one it was is not said. They are of this kind where all are.
  case bulk(APIRefusal, of: EntityKind? = nil)
  /// The entity has been changed since it was read.
  case changedMeanwhile(EntityKey)
  /// The request was refused, or could not be sent.
  case failed(PushFailure)
}

extension APISession {
  /// Sends a request that writes.
  ///
  /// - Parameters:
  ///   - key: the entity that is written; `nil` for several, or none.
  ///   - scope: what the request needs.
  /// - Returns: the answer; `null` where it has no body.
  mutating func write(
    _ request: HTTPRequest, of key: EntityKey? = nil, needing scope: AccessScope = .editContainers
  ) throws(WriteRefusal) -> JSON {
    let answer: Answer
    do throws(FetchFailure) {
      answer = try self.answer(to: request, needing: scope)
    } catch {
      throw error.kind == .uncertain ? .uncertain(error) : .failed(PushFailure(error))
    }
    switch answer {
    case .accepted(let json, _): return json
    case .refused(let refusal):
      // The texts and the statuses are those that users of the API report.
      if refusal.message.contains("already submitted") { throw .submitted }
      if [409, 412].contains(refusal.status) || refusal.message.contains("fingerprint") {
        throw key.map { .changedMeanwhile($0) } ?? .bulk(refusal)
      }
      if request.isBulk, [400, 404].contains(refusal.status) { throw .bulk(refusal) }
      throw .failed(PushFailure(refusal.failure(asking: request.purpose)))
    }
  }
}

extension HTTPRequest {
  fileprivate var isBulk: Bool { endpoint.target.hasSuffix("/bulk_update") }
}
