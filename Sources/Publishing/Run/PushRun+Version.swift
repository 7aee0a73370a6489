import JSONText
import TagManagerClient

/// Making a version of the workspace, and publishing it.
extension PushRun {
  /// Makes a version of what was pushed. The workspace is used up by that.
  ///
  /// - Parameters:
  ///   - name: the version's name.
  ///   - notes: its description.
  /// - Returns: the version's number.
  package mutating func makeVersion(
    named name: String, notes: String
  ) throws(PushFailure) -> String {
    let state = try read()
    guard let workspace = state.workspace, !state.changed.isEmpty else {
      throw PushFailure(
        "workspace '\(order.workspaceName)' of '\(order.publicID)' changes nothing: there is no version to make"
      )
    }
    let number: String
    do throws(WriteRefusal) {
      let answer = try session.write(
        api.createVersion(name, notes: notes, of: workspace), needing: .editVersions)
      if answer["syncStatus"]?["mergeConflict"]?.bool == true {
        throw .failed(
          PushFailure(
            "somebody has published what the workspace changes, too",
            notes: ["run the push again, which takes it in"], isFinding: true))
      }
      guard answer["compilerError"]?.bool != true else {
        throw .failed(
          PushFailure("Tag Manager cannot compile the workspace", notes: [workspace.path]))
      }
      guard let made = answer["containerVersion"]?["containerVersionId"]?.string else {
        throw .uncertain(FetchFailure(.uncertain, "the answer does not describe a version"))
      }
      number = made
    } catch {
      number = try versionMadeAnyway(error, named: name, before: state.latest)
    }
    journal.workspace = nil
    journal.last?.version = number
    try store.save(journal)
    return number
  }

  /// The version that a request made whose answer got lost.
  private mutating func versionMadeAnyway(
    _ refusal: WriteRefusal, named name: String, before latest: String?
  ) throws(PushFailure) -> String {
    guard case .uncertain(let failure) = refusal else { throw Self.failure(refusal) }
    let container = try read().container
    do throws(FetchFailure) {
      let (header, _) = try session.get(api.latestHeader(of: container))
      if let number = header["containerVersionId"]?.string, number != latest,
        header["name"]?.string == name
      {
        return number
      }
    } catch {
      throw PushFailure(error)
    }
    throw PushFailure(failure)
  }

  /// Publishes a version.
  ///
  /// Throws where another version is live than the one that the push was planned from.
  package mutating func publish(_ number: String) throws(PushFailure) {
    let planned = journal.last?.live
    let state = try read()
    if state.live == number { return try published() }
    guard state.live == planned else {
      throw PushFailure(
        "version \(state.live ?? "none") is live, and the push was planned from version \(planned ?? "none")",
        notes: ["run the push again to see what it would change now"], isFinding: true)
    }
    do throws(WriteRefusal) {
      let version = try version(number, of: state.container)
      let answer = try session.write(
        api.publish(number, fingerprint: version["fingerprint"]?.string, of: state.container),
        needing: .publish)
      guard answer["compilerError"]?.bool != true else {
        throw .failed(PushFailure("Tag Manager cannot compile version \(number)"))
      }
    } catch {
      guard case .uncertain = error, try read().live == number else { throw Self.failure(error) }
    }
    try published()
  }

  private mutating func published() throws(PushFailure) {
    journal.last?.isPublished = true
    try store.save(journal)
  }

  private mutating func version(
    _ number: String, of container: ContainerLocation
  ) throws(WriteRefusal) -> JSON {
    do throws(FetchFailure) {
      return try session.get(api.version(Int(number) ?? 0, of: container)).json
    } catch {
      throw .failed(PushFailure(error))
    }
  }

  /// A refusal that ends the work.
  static func failure(_ refusal: WriteRefusal) -> PushFailure {
    switch refusal {
    case .uncertain(let failure): PushFailure(failure)
    case .submitted:
      PushFailure(
        "the workspace has become a version meanwhile", notes: ["run the push again"],
        isFinding: true)
    case .bulk(let refusal):
      PushFailure(refusal.failure(asking: "writing several entities at once"))
    case .changedMeanwhile(let key):
      PushFailure(
        "somebody else has changed \(key.words) meanwhile",
        notes: ["run the push again to see how it differs now"], isFinding: true)
    case .failed(let failure): failure
    }
  }
}
