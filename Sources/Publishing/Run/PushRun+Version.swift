import JSONText
import TagManagerClient

/// Making a version of the workspace, and publishing it.
extension PushRun {
  /// Makes a version of what was pushed. The workspace is used up by that.
  ///
  /// - Parameters:
  ///   - name: the version's name.
  ///   - notes: its description.
  /// - Returns: the version's number; where the workspace changes nothing, that of the version that an earlier push
  ///   has made and nobody has published, if there is one.
  package mutating func makeVersion(
    named name: String, notes: String
  ) throws(PushFailure) -> String? {
    var state = try known()
    guard let workspace = state.workspace, !state.changed.isEmpty else {
      return state.latest == state.live || state.latest != journal.version ? nil : journal.version
    }
    let number: String
    do throws(WriteRefusal) {
      if state.base == nil {
        try bringUpToDate(workspace, &state)
        let upToDate = state
        let plan = try again { run throws(PushFailure) in try run.plan(for: upToDate) }
        guard plan.isEmpty else { throw .failed(Self.publishedMeanwhile) }
      }
      if journal.last == nil { journal.last = PushJournal.Push(state, owned: journal.owned) }
      journal.last?.latest = state.latest
      journal.last?.versionName = name
      try again { run throws(PushFailure) in try run.store.save(run.journal) }
      let answer = try session.write(
        api.createVersion(name, notes: notes, of: workspace), needing: .editVersions)
      if answer["syncStatus"]?["mergeConflict"]?.bool == true {
        throw .failed(Self.publishedMeanwhile)
      }
      guard answer["compilerError"]?.bool != true else {
        throw .failed(
          PushFailure("Tag Manager cannot compile the workspace", notes: [workspace.path]))
      }
      guard let made = answer["containerVersion"]?["containerVersionId"]?.string else {
        throw .uncertain(FetchFailure(.uncertain, "the answer does not describe a version"))
      }
      number = made
      fingerprint = answer["containerVersion"]?["fingerprint"]?.string
    } catch {
      number = try versionMadeAnyway(error, named: name, before: state.latest)
    }
    try made(number)
    return number
  }

  private mutating func made(_ number: String) throws(PushFailure) {
    journal.leaveWorkspace()
    journal.version = number
    journal.last?.version = number
    try store.save(journal)
  }

  /// Notes the version of a push that ended before it knew that there is one.
  mutating func recogniseVersion(in state: ContainerState) throws(PushFailure) {
    guard let last = journal.last, last.version == nil, let name = last.versionName,
      state.workspace == nil, let number = state.latest, number != last.latest,
      state.base?.filled("name") == name
    else { return }
    try made(number)
  }

  private static let publishedMeanwhile = PushFailure(
    "somebody has published what the workspace changes, too",
    notes: ["run the push again, which takes it in"], isFinding: true)

  /// Returns the obstacle to making a version of what a plan leads to, or to publishing it.
  package func releaseObstacle(
    _ state: ContainerState, _ plan: PushPlan, publishes: Bool
  ) -> PushFailure? {
    if let secret = plan.missingSecrets.first {
      return PushFailure(
        "the value of \(secret.words) is not known: a version would send a placeholder",
        notes: ["set it in the environment or in '.env', or in Tag Manager"])
    }
    guard !order.options.overwrites else { return nil }
    let others = othersChanges(state)
    if !others.isEmpty {
      return PushFailure(
        "the workspace also holds what the plan has not made, and a version would hold it, too: \(Self.words(others))",
        notes: [
          "finish or undo it in Tag Manager, name another workspace with '--workspace', or release it with '--overwrite'"
        ], isFinding: true)
    }
    if publishes, state.latest != state.live, state.latest != journal.version,
      let latest = state.latest, latest != "0"
    {
      return PushFailure(
        "version \(latest) is the latest and version \(state.live ?? "none") is live: publishing would publish version \(latest), too",
        notes: [
          "publish version \(latest) in Tag Manager first, or release it with '--overwrite'"
        ], isFinding: true)
    }
    return nil
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
    let container = try known().container
    let live = try live(of: container)
    if live == number { return }
    guard live == plannedLive else {
      throw PushFailure(
        "version \(live ?? "none") is live, and the push was planned from version \(plannedLive ?? "none")",
        notes: ["run the push again to see what it would change now"], isFinding: true)
    }
    journal.last?.live = live
    journal.last?.isPublished = true
    try store.save(journal)
    do throws(WriteRefusal) {
      let fingerprint = try fingerprint(ofVersion: number, container)
      let answer = try session.write(
        api.publish(number, fingerprint: fingerprint, of: container), needing: .publish)
      guard answer["compilerError"]?.bool != true else {
        throw .failed(PushFailure("Tag Manager cannot compile version \(number)"))
      }
    } catch {
      guard case .uncertain = error, try self.live(of: container) == number else {
        throw Self.failure(error)
      }
    }
  }

  /// The container as it was read last, or as it is read now.
  mutating func known() throws(PushFailure) -> ContainerState {
    if let state { return state }
    return try read()
  }

  private mutating func live(of container: ContainerLocation) throws(PushFailure) -> String? {
    do throws(FetchFailure) { return try reader.live(of: container, &session) } catch {
      throw PushFailure(error)
    }
  }

  private mutating func fingerprint(
    ofVersion number: String, _ container: ContainerLocation
  ) throws(WriteRefusal) -> String? {
    if let fingerprint { return fingerprint }
    do throws(FetchFailure) {
      return try session.get(api.version(Int(number) ?? 0, of: container))
        .json["fingerprint"]?.string
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
    case .bulk(let refusal, _):
      PushFailure(refusal.failure(asking: "writing several entities at once"))
    case .changedMeanwhile(let key):
      PushFailure(
        "somebody else has changed \(key.words) meanwhile",
        notes: ["run the push again to see how it differs now"], isFinding: true)
    case .failed(let failure): failure
    }
  }
}
