import CustomTemplate
import TagwrightPlan

/// The web template that calls a destination's pixel with the event, its id and its values.
struct PixelTemplate {
  let destination: ResolvedDestination
  let form: PixelForm
  /// Whether the pixel is on the page already.
  let isInstalled: Bool

  /// - Returns: `nil` for a destination without a pixel.
  init?(_ destination: ResolvedDestination, origin: Pixel.Origin) {
    guard let form = destination.profile.pixel else { return nil }
    self.destination = destination
    self.form = form
    isInstalled = origin == .installed
  }

  /// The tag's own code.
  var main: String {
    let phone = destination.userData.first { $0.kind == .phone }
    let form = destination.profile.person.forms[.phone]
    let dial = phone.flatMap { form?.conversion($0).plainCode } ?? "phone('', '^-')"
    return ModuleLibrary.code(
      of: isInstalled ? self.form.installed : self.form.generated,
      places: [
        "PIXEL": destination.pixel, "PHONE": dial,
        "SUMS": "\(destination.declaration.missingValue == .fromContents)",
      ])
  }

  /// The template under a name.
  func template(named name: String, notes: String) -> CustomTemplate {
    let code = TemplateCode(main: main, library: DestinationLibrary.web(of: destination.profile))
    let scenarios = PixelScenarios(self)
    return CustomTemplate(
      kind: .tag, side: .web, displayName: name,
      description:
        "Calls \(destination.profile.name)'s pixel with the same event, id and values as the server's tag.",
      categories: ["ADVERTISING", "CONVERSIONS"], fields: fields, code: code.text,
      permissions: code.calls.webPermissions, scenarios: scenarios.scenarios,
      setup: scenarios.setup, notes: notes)
  }

  private var fields: [TemplateField] {
    destination.profile.account.prefix(1).map {
      .text(
        name: $0.field, displayName: $0.label, help: destination.profile.accountPurpose,
        validators: [.nonEmpty])
    } + [
      .text(
        name: "event", displayName: "\(destination.profile.name) event",
        help: "The name under which the server sends the same event.", validators: [.nonEmpty]),
      .text(
        name: "event_id", displayName: "Event id",
        help: "The id that the server sends for the same event."),
      .simpleTable(
        name: "person", displayName: "User data",
        columns: [
          SimpleTableColumn(name: "name", displayName: "Name"),
          SimpleTableColumn(name: "value", displayName: "Value"),
        ], newRowButtonText: "Add",
        help: "Who the visitor is; of the rows of one name, the first with a usable value counts."),
      .simpleTable(
        name: "properties", displayName: "Properties",
        columns: [
          SimpleTableColumn(name: "name", displayName: "Name"),
          SimpleTableColumn(name: "type", displayName: "Type"),
          SimpleTableColumn(name: "value", displayName: "Value"),
        ], newRowButtonText: "Add",
        help: "What the event says, in the form that the server sends."),
    ]
  }
}
