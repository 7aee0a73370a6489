extension ServerAPI {
  static let claimRequest = ServerAPI(
    "claimRequest", "Takes the request, so that no other client is asked.", kinds: [.client]
  ) { (machine, _) throws(RunFailure) in
    guard machine.host.kind == .client else {
      throw RunFailure(.error, "Error: Only a Client can claim a request.")
    }
    guard machine.host.isTemplateRunning else {
      throw RunFailure(
        .error,
        "Error: Tried to claim a request after a Client had returned. "
          + "Calling claimRequest from a callback is not supported.")
    }
    machine.host.record.isClaimed = true
    return .undefined
  }
}
