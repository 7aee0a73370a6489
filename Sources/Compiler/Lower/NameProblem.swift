import Diagnostics

/// An entity by its kind and name.
struct EntityKey: Hashable {
  /// The kinds of entities, each with names of its own.
  enum Kind: String {
    case folder, client, tag, template, trigger, variable, transformation, zone
  }

  let kind: Kind
  let name: String
}

/// The problems with names that show when entities are put together.
enum NameProblem {
  /// A name that the author wrote leads nowhere.
  case unknown(EntityKey, at: SourcePlace)
  /// Two different entities of one kind have one name.
  case duplicate(EntityKey, first: SourcePlace, second: SourcePlace)
  /// There is nothing to read in a name.
  case noName(EntityKey.Kind, at: SourcePlace)
  /// A variable's name has braces, so that nothing can refer to it.
  case braces(name: String, at: SourcePlace)
}
