import Diagnostics
import Simulator
import TagManager
import TagwrightPlan

/// Which variable of a web container stands for which value.
extension DraftBuilder {
  /// `{{variable}}` for where the browser takes a value from.
  mutating func reference(to origin: BrowserOrigin, at place: SourcePlace) -> String {
    switch origin {
    case .page(let value): return reference(to: value, at: place)
    case .dataLayer(let path):
      let key = DataLayerKey.key(of: path)
      return share(
        "dl.\(key)", .own("v"),
        [
          .integer("dataLayerVersion", 2), .boolean("setDefaultValue", false),
          .template("name", key),
        ], reading: "'\(key)' of the data layer", at: place)
    case .cookie(let name):
      return share(
        "cookie.\(name)", .own("k"),
        [.boolean("decodeCookie", true), .template("name", name)],
        reading: "the cookie '\(name)'", at: place)
    case .urlParameter(let name):
      return share(
        "url.\(name)", .own("u"), [.template("component", "QUERY"), .template("queryKey", name)],
        reading: "the parameter '\(name)' of the page's address", at: place)
    case .eventID(let order):
      shareTemplate(EventIDTemplate.name, at: place, EventIDTemplate.draft)
      let number = order.map { reference(to: .dataLayer(path: $0), at: place) }
      let variable = VariableDraft(
        name: number == nil ? "Event id" : EventIDTemplate.orderVariable,
        type: .template(EventIDTemplate.name),
        parameters: number.map { [.template(EventIDTemplate.orderField, $0)] } ?? [],
        folder: folder(.variables, at: place),
        notes: notes(
          on: number == nil
            ? "An id that is new for each event, and the same for all tags of one event."
            : "The order's number; where there is none, an id that is new for each event."))
      share(variable, at: place)
      return "{{\(variable.name)}}"
    }
  }

  /// The variable that has what the server reads.
  mutating func reference(to reading: BrowserReading, at place: SourcePlace) -> String {
    switch reading {
    case .fixed(let text): return text ?? ""
    case .cookie(let name): return reference(to: BrowserOrigin.cookie(name: name), at: place)
    case .eventData(let path, let origin):
      shareTemplate(SentValueTemplate.name, at: place, SentValueTemplate.draft)
      return share(
        "ed.\(path)", .template(SentValueTemplate.name),
        [
          .template(SentValueTemplate.valueField, reference(to: origin.whole(of: path), at: place)),
          .template(SentValueTemplate.pathField, path),
        ], reading: "'\(path)' of the event data that the GA4 tag sends", at: place)
    case .urlParameter(let name):
      shareTemplate(URLParameterTemplate.name, at: place, URLParameterTemplate.browserDraft)
      return share(
        "page.\(name)", .template(URLParameterTemplate.name),
        [
          .template(URLParameterTemplate.locationField, reference(to: .location, at: place)),
          .template(URLParameterTemplate.field, name),
          .template(URLParameterTemplate.referrerField, reference(to: .referrer, at: place)),
        ], reading: "the parameter '\(name)' of the page's address", at: place)
    case .lookupTable(let table, let input):
      let input = reference(to: input, at: place)
      return share(
        table.name, .own("smm"), table.parameters(input: input),
        reading: "a row of the table by \(table.input.shownText)", at: place)
    case .regexTable(let table, let input):
      let input = reference(to: input, at: place)
      return share(
        table.name, .own("remm"), table.parameters(input: input),
        reading: "a row of the table by \(table.input.shownText)", at: place)
    }
  }

  /// The text for a value of a pixel, which converts it as the server's tag does; `nil` for what only the server knows.
  mutating func browserReference(
    to source: Source, of event: BrowserEvent, in web: ResolvedWebContainer
  ) -> String? {
    do throws(ServerOnlySource) {
      switch try web.reading(of: source, in: event) {
      case .fixed(let text): return text
      case .eventData(_, let origin): return reference(to: origin, at: source.place)
      case let reading: return reference(to: reading, at: source.place)
      }
    } catch {
      // A list or an object is a value, if no comparison.
      guard case .eventData(let path) = source.kind, !CommonEventData.isFilledByGoogle(path) else {
        return nil
      }
      return reference(to: event.origin(of: path), at: source.place)
    }
  }

  private mutating func reference(to value: PageValue, at place: SourcePlace) -> String {
    switch value {
    case .hostname, .path:
      let builtIn: BuiltInVariableType = value == .path ? .pagePath : .pageHostname
      let name = builtIn.displayName
      enable(BuiltInDraft(word: builtIn.rawValue, name: name))
      return "{{\(name)}}"
    case .location, .referrer, .title, .language, .userAgent:
      return share(
        "js.\(value.rawValue)", .own("j"),
        [.boolean("setDefaultValue", false), .template("name", value.rawValue)],
        reading: "'\(value.rawValue)' of the page", at: place)
    }
  }

  private mutating func share(
    _ name: String, _ type: TypeDraft, _ parameters: [Parameter], reading purpose: String,
    at place: SourcePlace
  ) -> String {
    share(
      VariableDraft(
        name: name, type: type, parameters: parameters, folder: folder(.variables, at: place),
        notes: notes(on: "Reads \(purpose).")),
      at: place)
    return "{{\(name)}}"
  }
}

extension BrowserOrigin {
  /// Returns the origin of the whole value of a path's first key: objects go on the wire whole.
  fileprivate func whole(of path: String) -> BrowserOrigin {
    guard case .dataLayer(let path) = self else { return self }
    return .dataLayer(path: String(path.prefix { $0 != "." }))
  }
}
