import CustomTemplate
import JSONText
import TagwrightPlan

/// The web template that calls a destination's pixel with the event, its id and its values.
struct PixelTemplate {
  /// A match key with the pixel's name of it, the code of its plain form, and what that makes of an example.
  typealias PersonMember = (
    kind: MatchKey.Kind, name: String, code: String, example: JSON, result: String
  )

  let destination: ResolvedDestination
  let form: PixelForm
  /// The account that the pixel is of.
  let account: AccountField
  /// Whether the pixel is on the page already.
  let isInstalled: Bool
  /// The match keys that the pixel takes, each once.
  let people: [PersonMember]

  var profile: DestinationProfile { destination.profile }

  /// The name of a destination's template.
  static func name(of destination: String) -> String { "\(destination) Pixel" }
  /// The end of the names of its tags, behind that of the server's tag.
  static let tagEnding = " pixel"

  /// - Returns: `nil` for a destination without a pixel.
  init?(_ destination: ResolvedDestination, origin: Pixel.Origin) {
    guard let form = destination.profile.pixel, let account = destination.profile.account.first
    else { return nil }
    self.destination = destination
    self.form = form
    self.account = account
    isInstalled = origin == .installed
    var kinds: Set<MatchKey.Kind> = []
    let keys = destination.userData + destination.events.flatMap(\.mapping.userData)
    let isTold = !isInstalled || form.tellsInstalledPixel
    people = (isTold ? keys : []).inOrder.compactMap { key in
      guard let form = destination.profile.person.forms[key.kind], let name = form.pixelName,
        let plain = form.conversion(key).plain, kinds.insert(key.kind).inserted
      else { return nil }
      let example = form.conversion(key).example
      return (key.kind, name, plain.code, example, plain.result(example))
    }
  }

  /// The tag's own code.
  var main: String {
    let forms = people.map {
      "\($0.name): {plain: \($0.code), digest: '\(form.digestMember($0.name))'}"
    }
    let options = form.pixelMember.map { "\($0): pixel" } ?? ""
    let hasOptions = form.script.calls[0].hasOptions
    let lines = [
      "const pixel = text(data.\(account.field));", "const event = text(data.event);",
      "if (!pixel || !event) return data.gtmOnFailure();", "const properties = \(properties);",
      hasOptions ? "const options = {\(options)};" : nil,
      "keep(\(hasOptions ? "options" : "properties"), '\(form.idMember)', unique, data.event_id);",
      people.isEmpty
        ? "const person = {};"
        : "const person = pixelPerson(data.person, {\(forms.joined(separator: ", "))});",
    ]
    return lines.compactMap(\.self).joined(separator: "\n") + "\n"
      + ModuleLibrary.code(
        of: isInstalled ? form.script.installed : form.script.generated,
        places: form.script.places.merging(destination.pixelPlaces) { _, own in own }
          .merging(["PIXEL": destination.pixel]) { own, _ in own })
  }

  /// The expression of what the event says.
  private var properties: String {
    let sums = destination.declaration.missingValue == .fromContents
    let found = "pixelProperties(data.properties, \(sums), event)"
    guard let names = form.names else { return found }
    let list = names.map { "\($0): '\($1)'" }.joined(separator: ", ")
    return form.takesProperties ? "renamed(\(found), {\(list)})" : "{}"
  }

  /// The template under a name.
  func template(named name: String, notes: String) -> CustomTemplate {
    let code = TemplateCode(main: main, library: DestinationLibrary.of(profile).web)
    let scenarios = PixelScenarios(template: self)
    return CustomTemplate(
      kind: .tag, side: .web, displayName: name,
      description:
        "Calls \(profile.name)'s pixel with the same event, id and values as the server's tag.",
      categories: ["ADVERTISING", "CONVERSIONS"], fields: fields, code: code.text,
      permissions: code.calls.webPermissions, scenarios: scenarios.scenarios,
      setup: scenarios.setup, notes: notes)
  }

  private var fields: [TemplateField] {
    var fields: [TemplateField] = [
      .needed(account.field, account.label, profile.accountPurpose),
      .needed(
        "event", "\(profile.name) event",
        "What the pixel calls the event that the server sends, too."),
      .text(
        name: "event_id", displayName: "Event id",
        help: "The id that the server sends for the same event."),
    ]
    if !isInstalled {
      var names: Set<String> = []
      fields += destination.events.flatMap(\.members).compactMap(\.pixelField)
        .filter { names.insert($0).inserted }
        .map { .text(name: $0, displayName: Member.label($0), help: "As the server sends it.") }
    }
    func add(_ name: String, _ label: String, _ columns: [String], _ help: String) {
      fields.append(
        .simpleTable(
          name: name, displayName: label,
          columns: columns.map { SimpleTableColumn(name: $0, displayName: Member.label($0)) },
          newRowButtonText: "Add", help: help))
    }
    if !people.isEmpty {
      add(
        "person", "User data", ["name", "value"],
        "Who the visitor is; of the rows of one name, the first with a usable value counts.")
    }
    if form.takesProperties {
      add(
        "properties", "Properties", ["name", "type", "value"],
        "What the event says, by the server's names; the pixel gets it by its own.")
    }
    return fields
  }
}
