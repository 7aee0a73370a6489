import TagwrightPlan

/// The data layer as a TypeScript declaration, so that an editor checks what is pushed.
struct DataLayerTypes {
  private(set) var lines: [String]
  var text: String { lines.joined(separator: "\n") + "\n" }

  init(plan: String, container: ResolvedWebContainer) {
    let shapes = container.events.map(DataLayerShape.init)
    lines = [
      "// Made by Tagwright from the plan '\(plan)': change the plan, not this.",
      "// What the site pushes to the data layer of the container \(container.declaration.publicID).",
      "",
    ]
    if shapes.contains(where: \.hasItems) { lines += Self.item }
    var names: [String] = []
    for shape in shapes {
      let name = Self.typeName(shape.eventName, besides: names)
      names.append(name)
      lines += [
        shape.isPageView
          ? "/** What may be there before the container's snippet. */"
          : "/** The event '\(Self.comment(shape.eventName))'. */",
        "export interface \(name) {",
      ]
      lines.append(
        shape.isPageView
          ? "  event?: undefined;" : "  event: \(JavaScript.literal(shape.eventName));")
      lines += Self.members(shape.members, indent: "  ")
      lines += ["}", ""]
    }
    if shapes.contains(where: \.hasEcommerce) {
      lines += [
        "/** Takes away what the event before has left. */",
        "export interface ClearedEcommerce {", "  event?: undefined;", "  ecommerce: null;", "}",
        "",
      ]
      names.append("ClearedEcommerce")
    }
    lines += [
      "/** Everything that the container knows. */",
      "export type DataLayerPush ="
        + (names.isEmpty ? " never;" : names.map { "\n  | \($0)" }.joined() + ";"), "",
      "declare global {", "  interface Window {", "    dataLayer: DataLayerPush[];", "  }", "}",
    ]
  }

  private static let item = [
    "/** A product. */", "export interface DataLayerItem {", "  item_id: string;",
    "  item_name?: string;", "  item_brand?: string;", "  item_category?: string;",
    "  item_category2?: string;", "  item_category3?: string;", "  item_category4?: string;",
    "  item_category5?: string;", "  item_variant?: string;", "  /** Of one piece. */",
    "  price?: number;", "  quantity?: number;", "  /** ISO 4217. */", "  currency?: string;", "}",
    "",
  ]

  private static func members(_ members: [DataLayerShape.Member], indent: String) -> [String] {
    members.flatMap { member -> [String] in
      let mark = member.isRequired ? "" : "?"
      let key = isPlain(member.key) ? member.key : JavaScript.literal(member.key)
      switch member.content {
      case .value(let type): return ["\(indent)\(key)\(mark): \(type.typeScript);"]
      case .object(let inner):
        return ["\(indent)\(key)\(mark): {"] + self.members(inner, indent: indent + "  ") + [
          "\(indent)};"
        ]
      }
    }
  }

  static func isPlain(_ key: String) -> Bool {
    key.first?.isNumber == false
      && key.unicodeScalars.allSatisfy {
        $0 == "_" || $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
  }

  /// `add_to_cart` as `AddToCart`; a second event of the same words gets a number.
  private static func typeName(_ event: String, besides names: [String]) -> String {
    let words = FileStem.words(of: event).split(separator: "-")
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Event"
    let safe = name.first?.isNumber == true ? "Event\(name)" : name
    guard names.contains(safe) else { return safe }
    return (2...).lazy.map { "\(safe)\($0)" }.first { !names.contains($0) } ?? safe
  }

  private static func comment(_ text: String) -> String { text.replacing("*/", with: "* /") }
}

extension DataLayerShape {
  /// Whether it has products.
  var hasItems: Bool { Self.hasItems(members) }

  private static func hasItems(_ members: [Member]) -> Bool {
    members.contains { member in
      switch member.content {
      case .value(let type): type == .items
      case .object(let inner): hasItems(inner)
      }
    }
  }
}
