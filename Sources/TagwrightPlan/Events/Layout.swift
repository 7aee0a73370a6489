/// The arrangement of a destination's events in Tag Manager.
public struct Layout: Hashable, Sendable {
  package enum Kind: Sendable {
    case tagPerEvent, sharedTemplate, lookupTable
  }

  /// Whose a template is.
  public enum TemplateUse: Sendable {
    /// Each tag's own: it has what its event needs and nothing else.
    case own
    /// That of all tags of the destination, for containers with many events.
    case shared
  }

  package let kind: Kind

  /// One template, one tag and one trigger per event: easiest to follow in preview.
  public static let tagPerEvent = Layout(kind: .tagPerEvent)

  /// One tag and one trigger per event, with a template each or one template for all of them.
  public static func tagPerEvent(template: TemplateUse) -> Layout {
    Layout(kind: template == .shared ? .sharedTemplate : .tagPerEvent)
  }

  /// One template and one tag for all events, a Lookup Table variable from event name to the
  /// destination's event, and a trigger for exactly the mapped names.
  public static let lookupTable = Layout(kind: .lookupTable)
}

/// The place where a tag's values are read.
public enum SourceStyle: Sendable {
  /// Every value is a field that refers to a variable, so that preview shows it.
  ///
  /// What is the same for many tags is found out once, by a variable of its own: whether there is consent, who the person is,
  /// what the products are. A tag's template needs the templates of these variables beside it.
  case visible
  /// The template reads the values itself: fewer entities, faster, and nothing that it needs beside it.
  case inline
}

/// The cases in which a tag writes to the console.
public enum ConsoleLogging: Sendable {
  /// In preview only.
  case preview
  /// Always, so that it reaches the server's logs.
  case always
  /// Never.
  case never
}
