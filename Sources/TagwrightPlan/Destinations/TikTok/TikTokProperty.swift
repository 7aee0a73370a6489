extension TikTok {
  /// A further member of an event's `properties`, with the type that TikTok documents.
  public struct Property: Sendable {
    /// What a value has to be, or it is left out.
    public enum ValueType: String, Sendable {
      /// Text; numbers are converted.
      case text
      /// A finite number; numeric text is converted.
      case number
      /// A whole number.
      case integer
      /// A list of texts.
      case texts
    }

    package let names: [String]
    package let type: ValueType
    package let source: Source

    /// What the event is about, in words: `description`.
    public static func description(_ source: Source) -> Property {
      Property(names: ["description"], type: .text, source: source)
    }
    /// The search terms: `query` and `search_string`, since TikTok's pages name both.
    public static func query(_ source: Source) -> Property {
      Property(names: ["query", "search_string"], type: .text, source: source)
    }
    /// The order's number: `order_id`, text.
    public static func orderID(_ source: Source) -> Property {
      Property(names: ["order_id"], type: .text, source: source)
    }
    /// The shop's id: `shop_id`, text.
    public static func shopID(_ source: Source) -> Property {
      Property(names: ["shop_id"], type: .text, source: source)
    }
    /// How many items: `num_items`, a whole number.
    public static func itemCount(_ source: Source) -> Property {
      Property(names: ["num_items"], type: .integer, source: source)
    }
    /// The ids of the products alone, for video shopping ads: `content_ids`.
    public static func contentIDs(_ source: Source) -> Property {
      Property(names: ["content_ids"], type: .texts, source: source)
    }
    /// The category of what the event is about: `content_category`, text.
    public static func contentCategory(_ source: Source) -> Property {
      Property(names: ["content_category"], type: .text, source: source)
    }
    /// How it is delivered: `delivery_category`, one of `in_store`, `curbside`, `home_delivery`.
    public static func deliveryCategory(_ source: Source) -> Property {
      Property(names: ["delivery_category"], type: .text, source: source)
    }
    /// What the customer is expected to spend: `predicted_ltv`, a number.
    public static func predictedLifetimeValue(_ source: Source) -> Property {
      Property(names: ["predicted_ltv"], type: .number, source: source)
    }
    /// The state of an order or registration: `status`, text.
    public static func status(_ source: Source) -> Property {
      Property(names: ["status"], type: .text, source: source)
    }
    /// Any other member, such as those of the travel and vehicle catalogues.
    public static func custom(
      _ name: String, _ source: Source, as type: ValueType = .text
    ) -> Property {
      Property(names: [name], type: type, source: source)
    }

    /// `value`, a number without symbol or separator; an order's total.
    static func value(_ source: Source) -> Property {
      Property(names: ["value"], type: .number, source: source)
    }
  }
}
