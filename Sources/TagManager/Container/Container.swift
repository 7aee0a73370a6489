/// The container that a version belongs to. An import does not change it.
package struct Container: JSONMapped {
  /// The resource name; only the API has it.
  package var path: String?
  /// The account, a decimal number as text.
  package var accountID: String?
  /// The container, a decimal number as text.
  package var containerID: String?
  /// Its name.
  package var name: String?
  /// The sites that it is for.
  package var domainNames: [String] = []
  /// Its public id, `GTM-…`.
  package var publicID: String?
  /// The author's notes about it.
  package var notes: String?
  /// The platforms that it runs on; always one.
  package var usageContexts: [UsageContext]
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  package var fingerprint: String?
  /// Its page in Tag Manager.
  package var tagManagerURL: String?
  /// The features that it can have; absent before about 2023.
  package var features: ContainerFeatures?
  /// Its public ids; absent before about 2023.
  package var tagIDs: [String]
  /// The addresses of the servers that run it; absent where none is set.
  package var taggingServerURLs: [String]
  /// The content that was read and has no property here.
  package var unmodelled = Unmodelled()

  /// Makes a container.
  package init(
    name: String? = nil, publicID: String? = nil, usageContexts: [UsageContext] = [],
    features: ContainerFeatures? = nil, tagIDs: [String] = [], taggingServerURLs: [String] = []
  ) {
    self.name = name
    self.publicID = publicID
    self.usageContexts = usageContexts
    self.features = features
    self.tagIDs = tagIDs
    self.taggingServerURLs = taggingServerURLs
  }
}

extension Container {
  package static var blank: Self {
    Self()
  }

  package mutating func map<Members: MemberMap>(
    _ members: inout Members
  ) throws(Members.Failure) {
    try members.string("path", &path)
    try members.string("accountId", &accountID)
    try members.string("containerId", &containerID)
    try members.string("name", &name)
    try members.strings("domainName", &domainNames)
    try members.string("publicId", &publicID)
    try members.string("notes", &notes)
    try members.words("usageContext", &usageContexts)
    try members.string("fingerprint", &fingerprint)
    try members.string("tagManagerUrl", &tagManagerURL)
    try members.object("features", &features)
    try members.strings("tagIds", &tagIDs)
    try members.strings("taggingServerUrls", &taggingServerURLs)
  }
}

extension Container {
  /// Whether a text is `GTM-` and 4 to 12 capital letters or digits: the public ids of real containers have 4 to 9.
  package static func isPublicID(_ text: String) -> Bool {
    let code = text.utf8.dropFirst(4)
    return text.hasPrefix("GTM-") && (4...12).contains(code.count)
      && code.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }
}
