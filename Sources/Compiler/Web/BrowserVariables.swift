import Diagnostics
import TagManager
import TagwrightPlan

/// Which variable of a web container stands for which value.
extension DraftBuilder {
  /// `{{variable}}` for where the browser takes a value from.
  mutating func reference(to origin: BrowserOrigin, at place: SourcePlace) -> String {
    switch origin {
    case .dataLayer(let path):
      let key = DataLayerKey.key(of: path)
      return share(
        "dl.\(key)", "v",
        [
          .integer("dataLayerVersion", 2), .boolean("setDefaultValue", false),
          .template("name", key),
        ], at: place)
    case .cookie(let name):
      return share(
        "cookie.\(name)", "k", [.boolean("decodeCookie", true), .template("name", name)], at: place)
    case .urlParameter(let name):
      return share(
        "url.\(name)", "u", [.template("component", "QUERY"), .template("queryKey", name)],
        at: place)
    case .eventID(let order):
      if !hasEventIDTemplate {
        hasEventIDTemplate = true
        share(EventIDTemplate.draft(notes: notes()), at: place)
      }
      let number = order.map { reference(to: .dataLayer(path: $0), at: place) }
      let variable = VariableDraft(
        name: number == nil ? "Event id" : "Event id of the order",
        type: .template(EventIDTemplate.name),
        parameters: number.map { [.template(EventIDTemplate.orderField, $0)] } ?? [], folder: nil,
        notes: notes())
      share(variable, at: place)
      return "{{\(variable.name)}}"
    }
  }

  /// The text for a server's source in the browser; `nil` for what only the server knows.
  mutating func browserReference(to source: Source, of event: BrowserEvent) -> String? {
    switch source.kind {
    case .constant(let text): return text
    case .eventData("page_location"): return enable(pageVariable: "PAGE_URL", "Page URL")
    case .eventData("page_referrer"): return enable(pageVariable: "REFERRER", "Referrer")
    case .eventData("event_name"), .builtIn(.eventName):
      return enable(pageVariable: "EVENT", "Event")
    case .eventData(let path):
      if BrowserValue.isFilledByGoogle(path) { return nil }
      return reference(to: event.origin(of: path), at: source.place)
    case .cookie(let name): return reference(to: .cookie(name: name), at: source.place)
    case .urlParameter(let name): return reference(to: .urlParameter(name: name), at: source.place)
    case .lookupTable(let table):
      guard let input = browserReference(to: table.input, of: event) else { return nil }
      var parameters: [Parameter] = [.boolean("setDefaultValue", table.fallback != nil)]
      if let fallback = table.fallback { parameters.append(.template("defaultValue", fallback)) }
      let rows = table.rows.map { row in
        Parameter.map([.template("key", row.input), .template("value", row.output)])
      }
      return share(
        table.name, "smm", parameters + [.template("input", input), .list("map", rows)],
        at: source.place)
    case .requestHeader, .queryParameter, .variable, .builtIn, .regexTable, .firstOf: return nil
    }
  }

  private mutating func enable(pageVariable word: String, _ name: String) -> String {
    enable(BuiltInDraft(word: word, name: name))
    return "{{\(name)}}"
  }

  private mutating func share(
    _ name: String, _ type: String, _ parameters: [Parameter], at place: SourcePlace
  ) -> String {
    share(
      VariableDraft(
        name: name, type: .own(type), parameters: parameters, folder: nil, notes: notes()),
      at: place)
    return "{{\(name)}}"
  }
}
