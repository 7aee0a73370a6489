extension ContainerVersion {
  /// The version with everything that follows from its account and container written into itself and
  /// into every entity, as in an export of a workspace: ids, fingerprints, paths, addresses.
  ///
  /// - Parameters:
  ///   - accountID: a decimal number; an import puts the target's own in its place.
  ///   - containerID: a decimal number, the same that the `cvt_…` types in this version have.
  ///   - fingerprint: 13 digits.
  package func placed(
    inAccount accountID: String, container containerID: String, fingerprint: String
  ) -> ContainerVersion {
    var version = self
    let number = containerVersionID ?? "0"
    let path = "accounts/\(accountID)/containers/\(containerID)"
    let site = "https://tagmanager.google.com/#"
    version.accountID = accountID
    version.containerID = containerID
    version.containerVersionID = number
    version.path = "\(path)/versions/\(number)"
    version.fingerprint = fingerprint
    version.tagManagerURL = "\(site)/versions/\(path)/versions/\(number)?apiLink=version"
    version.container?.accountID = accountID
    version.container?.containerID = containerID
    version.container?.path = path
    version.container?.fingerprint = fingerprint
    version.container?.tagManagerURL = "\(site)/container/\(path)/workspaces?apiLink=container"

    func place<Item: NamedEntity>(_ entities: inout [Item]) {
      for index in entities.indices {
        entities[index].accountID = accountID
        entities[index].containerID = containerID
        entities[index].fingerprint = fingerprint
      }
    }
    place(&version.tags)
    place(&version.triggers)
    place(&version.variables)
    place(&version.folders)
    place(&version.zones)
    place(&version.customTemplates)
    place(&version.clients)
    place(&version.transformations)
    for index in version.builtInVariables.indices {
      version.builtInVariables[index].accountID = accountID
      version.builtInVariables[index].containerID = containerID
    }
    for index in version.gtagConfigs.indices {
      version.gtagConfigs[index].accountID = accountID
      version.gtagConfigs[index].containerID = containerID
      version.gtagConfigs[index].fingerprint = fingerprint
    }
    return version
  }
}
