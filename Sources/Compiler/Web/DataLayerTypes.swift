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
    lines += Self.shared
    var names: [(event: String, type: String)] = []
    for shape in shapes where !shape.isPageView {
      let name = Self.typeName(shape.eventName, besides: names.map(\.type))
      names.append((shape.eventName, name))
      lines += [
        "/** The event '\(Self.comment(shape.eventName))'. */",
        "export interface \(name) extends DataLayerOptions {",
        "  event: \(JavaScript.literal(shape.eventName));",
      ]
      lines += Self.members(shape.members, indent: "  ")
      lines += ["}", ""]
    }
    // What a page view reads is there before the container's snippet; it has no push of its own.
    var state: [DataLayerShape.Member] = []
    for member in shapes.flatMap(\.members) where member.key != "ecommerce" {
      if !state.contains(where: { $0.key == member.key }) { state.append(member.asOptional) }
    }
    lines += [
      "/** A push without an event: what later events find, or 'ecommerce: null' to take it away. */"
    ]
    lines += ["export interface DataLayerState {", "  event?: undefined;"]
    lines += Self.members(state, indent: "  ")
    lines += ["  ecommerce?: DataLayerEcommerce | null;", "  [key: string]: unknown;", "}", ""]
    lines += Self.layer
    lines += names.map { "    \(JavaScript.literal($0.event)): \($0.type);" }
    lines += ["  }", "  var dataLayer: DataLayer;", "}"]
  }

  /// The lines that every declaration has: GA4's parameters of e-commerce.
  private static let shared = [
    "/** A product. */", "export interface DataLayerItem {", "  item_id: string;",
    "  item_name?: string;", "  item_brand?: string;", "  item_category?: string;",
    "  item_category2?: string;", "  item_category3?: string;", "  item_category4?: string;",
    "  item_category5?: string;", "  item_variant?: string;", "  item_list_id?: string;",
    "  item_list_name?: string;", "  affiliation?: string;", "  coupon?: string;",
    "  creative_name?: string;", "  creative_slot?: string;", "  promotion_id?: string;",
    "  promotion_name?: string;", "  location_id?: string;", "  /** Of one piece. */",
    "  price?: number;", "  /** Of one piece. */", "  discount?: number;", "  quantity?: number;",
    "  index?: number;", "  /** ISO 4217. */", "  currency?: string;", "}", "",
    "/** What GA4 takes besides, where it is known. */", "export interface DataLayerEcommerce {",
    "  transaction_id?: string;", "  value?: number;", "  /** ISO 4217. */",
    "  currency?: string;", "  items?: DataLayerItem[];", "  tax?: number;",
    "  shipping?: number;", "  coupon?: string;", "  affiliation?: string;",
    "  customer_type?: string;", "  payment_type?: string;", "  shipping_tier?: string;",
    "  item_list_id?: string;", "  item_list_name?: string;", "  promotion_id?: string;",
    "  promotion_name?: string;", "  creative_name?: string;", "  creative_slot?: string;", "}",
    "", "/** What Tag Manager itself takes with an event. */",
    "export interface DataLayerOptions {",
    "  eventCallback?: (containerId?: string) => void;", "  eventTimeout?: number;", "}", "",
  ]

  private static let layer = [
    "/** The push of an event: strict for those of 'DataLayerEvents', free for those of other tags. */",
    "export type DataLayerEvent<Name extends string> =",
    "  Name extends keyof DataLayerEvents ? DataLayerEvents[Name]",
    "  : Lowercase<Name> extends Lowercase<keyof DataLayerEvents & string> ? never",
    "  : { event: Name; [key: string]: unknown };", "",
    "/** Takes commands of 'gtag()', pushes without an event, and events. */",
    "export interface DataLayer extends ReadonlyArray<unknown> {",
    "  push(command: IArguments): number;", "  push(state: DataLayerState): number;",
    "  push<Name extends string>(event: { event: Name } & DataLayerEvent<Name>): number;", "}", "",
    "declare global {", "  /** The events of the plan; a site adds those of its other tags. */",
    "  interface DataLayerEvents {",
  ]

  private static func members(_ members: [DataLayerShape.Member], indent: String) -> [String] {
    members.flatMap { member -> [String] in
      let mark = member.isRequired ? "" : "?"
      let key = isPlain(member.key) ? member.key : JavaScript.literal(member.key)
      switch member.content {
      case .value(let type): return ["\(indent)\(key)\(mark): \(type.typeScript);"]
      case .object(let inner):
        let type = member.key == "ecommerce" ? "DataLayerEcommerce & {" : "{"
        return ["\(indent)\(key)\(mark): \(type)"] + self.members(inner, indent: indent + "  ")
          + ["\(indent)};"]
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

extension DataLayerShape.Member {
  /// The same where nothing of it has to be there.
  fileprivate var asOptional: DataLayerShape.Member {
    var member = self
    member.isRequired = false
    if case .object(let inner) = content { member.content = .object(inner.map(\.asOptional)) }
    return member
  }
}
