/// The kind of container that a template runs in, which decides the APIs that it has.
package enum TemplateSide: String, Hashable, Sendable, CaseIterable {
  case server, web

  /// The other kind of container.
  package var other: TemplateSide { self == .server ? .web : .server }

  /// The APIs that `require` gives, in alphabetical order.
  package var apis: [ServerAPI] { self == .server ? ServerAPI.all : WebAPI.all }

  /// The API of a name.
  package func api(named name: String) -> ServerAPI? {
    self == .server ? ServerAPI.named(name) : WebAPI.named(name)
  }
}
