extension String {
  /// Whether a character in it would make a terminal act instead of showing it.
  package var hasControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// The text with control characters spelt out, so that no foreign text steers a terminal.
  package var withVisibleControls: String {
    // Nearly every text passes as it is.
    guard hasControls else { return self }
    return unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true) : String(scalar)
    }.joined()
  }
}
