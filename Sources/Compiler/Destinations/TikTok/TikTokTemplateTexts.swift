import CustomTemplate
import TagwrightPlan

/// The texts of a destination's templates; events of one shape share all but the info.
struct TikTokTemplateTexts {
  /// Everything that a template's text depends on, beside its name and the name of its event.
  private struct Shape: Hashable {
    let main: String
    let fields: [[String]]
    let members: [TikTokMember]
    let sentAs: [String]
    let consent: [String]
  }

  private let notes: String
  private var rests: [Shape: String] = [:]

  init(notes: String) {
    self.notes = notes
  }

  /// The text of the `.tpl` file.
  mutating func text(of template: TikTokTemplate, named name: String) -> String {
    guard template.events.count == 1 else {
      return template.template(named: name, notes: notes).text
    }
    let shape = Shape(
      main: template.main,
      fields: template.fields.map { [$0.name, $0.label, $0.group] },
      members: template.codes.flatMap(\.members), sentAs: template.events.map(\.event.name),
      consent: template.events.map { ($0.consent ?? template.destination.consent).shownText })
    let rest = rests[shape] ?? template.template(named: name, notes: notes).textAfterInfo
    rests[shape] = rest
    return CustomTemplate.text(info: template.info(named: name), rest: rest)
  }
}
