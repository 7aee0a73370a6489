import Diagnostics
import JSONText

extension DiagnosticList {
  /// A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
  ///
  /// One run with the rules that found something. What has no place is placed at the package: code scanning takes no
  /// result without a location.
  var sarif: JSON {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Tagwright", "semanticVersion": .string(Tool.version),
              "rules": .array(foundRules.map(Self.sarif)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(diagnostics.map(sarif)),
        ]
      ],
    ]
  }

  /// The ids of the rules that found something, each once.
  private var foundRules: [String] { Set(diagnostics.map(\.rule)).sorted() }

  private static func sarif(_ id: String) -> JSON {
    guard let page = ExplainedRules.named(id) else { return ["id": .string(id)] }
    return [
      "id": .string(id),
      "shortDescription": ["text": .string(page.summary)],
      "fullDescription": ["text": .string(page.reasons)],
      "help": ["text": .string(page.text(.plain)), "markdown": .string(page.markdown)],
      "defaultConfiguration": ["level": .string(page.severity.rawValue)],
    ]
  }

  private func sarif(_ diagnostic: Diagnostic) -> JSON {
    var object = JSONObject()
    object["ruleId"] = .string(diagnostic.rule)
    if let index = foundRules.firstIndex(of: diagnostic.rule) {
      object["ruleIndex"] = .number(JSONNumber(index))
    }
    object["level"] = .string(diagnostic.severity.rawValue)
    object["message"] = ["text": .string(message(of: diagnostic))]
    let place = place(of: diagnostic) ?? SourcePlace(file: "Package.swift", line: 1)
    object["locations"] = [["physicalLocation": Self.sarif(place)]]
    let related = diagnostic.notes.compactMap { note in
      note.place.map { (message: note.message, place: shown($0)) }
    }
    if !related.isEmpty {
      object["relatedLocations"] = .array(
        related.enumerated().map { index, note in
          [
            "id": .number(JSONNumber(index)),
            "physicalLocation": Self.sarif(note.place), "message": ["text": .string(note.message)],
          ]
        })
    }
    return .object(object)
  }

  private static func sarif(_ place: SourcePlace) -> JSON {
    [
      "artifactLocation": ["uri": .string(uri(place.file))],
      "region": ["startLine": .number(JSONNumber(max(place.line, 1)))],
    ]
  }

  /// A path as a reference of RFC 3986: relative ones stay relative.
  private static func uri(_ path: String) -> String {
    let escaped = path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || "-._~/".unicodeScalars.contains(scalar)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "%" + (hex.count == 1 ? "0" : "") + hex
    }.joined()
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
