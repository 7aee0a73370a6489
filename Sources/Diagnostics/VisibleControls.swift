extension String {
  /// Whether a character in it would make a terminal act instead of showing it.
  package var hasControls: Bool {
    // The control characters of Unicode: U+0000 to U+001F, and U+007F to U+009F, which UTF-8 begins with 0xC2.
    var text = self
    let mayHave = text.withUTF8 { bytes in
      bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }
    }
    return mayHave && unicodeScalars.contains { $0.properties.generalCategory == .control }
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
