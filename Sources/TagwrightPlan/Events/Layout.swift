/// How the events of a destination are laid out in Tag Manager.
public enum Layout: Sendable {
  /// One template, one tag and one trigger per event: easiest to follow in preview.
  case tagPerEvent
  /// One template and one tag for all events, a Lookup Table variable from event name to the
  /// destination's event, and a trigger for exactly the mapped names.
  case lookupTable
}

/// Where the values of a tag are read.
public enum SourceStyle: Sendable {
  /// Every value is a field of the tag that refers to a variable, so that preview shows it.
  case visible
  /// The template reads the values itself: fewer entities, faster.
  case inline
}

/// When a tag writes to the console.
public enum ConsoleLogging: Sendable {
  /// In preview only.
  case preview
  /// Always, so that it reaches the server's logs.
  case always
  /// Never.
  case never
}
