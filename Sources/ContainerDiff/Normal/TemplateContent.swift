import CustomTemplate
import JSONText

/// The text of a template as values: its sections, of which code and tests are compared by line.
struct TemplateContent {
  /// The values, or the whole text where it is not a template.
  let value: NormalValue
  /// Whether it could be read.
  let isTemplate: Bool

  /// - Parameters:
  ///   - text: `templateData` of a container.
  ///   - name: the name of the entity; its repetition in the text is left out.
  ///   - isFromGallery: the gallery writes its own brand into the text.
  init(_ text: String, name: String, isFromGallery: Bool) {
    guard let template = try? TemplateDocument.read(text, file: name).template else {
      value = .text(Self.withoutFinalLineEnds(text))
      isTemplate = false
      return
    }
    isTemplate = true
    var info = template.info.attributes
    info["id"] = nil
    if info["securityGroups"] == [] { info["securityGroups"] = nil }
    if isFromGallery { info["brand"] = nil }
    if info["displayName"] == .string(name) { info["displayName"] = nil }
    var entries = [
      NormalValue.Entry("info", Normaliser.exact(.object(info))),
      NormalValue.Entry("fields", .list(template.fields.map { Normaliser.exact($0.json) })),
      NormalValue.Entry(
        template.side == .server ? "serverCode" : "webCode", .text(template.code)),
      NormalValue.Entry("permissions", .sorted(template.permissions.map(Self.permission))),
      NormalValue.Entry("tests", .text(template.tests?.text ?? "")),
      NormalValue.Entry("notes", .text(template.notes ?? "")),
      NormalValue.Entry("termsOfService", .text(template.termsOfService ?? "")),
    ]
    entries += template.unknownSections.map {
      NormalValue.Entry("___\($0.name)___", .text($0.text))
    }
    value = .sorted(entries.filter { !$0.value.isDefault })
  }

  /// The values of a template that differ from another's, or both texts where one is no template.
  static func pair(
    _ old: NormalEntity, _ new: NormalEntity
  ) -> (old: NormalValue, new: NormalValue)? {
    guard let oldText = old.templateText, let newText = new.templateText,
      !oldText.isExactly(newText)
    else { return nil }
    let isFromGallery = old["galleryReference"] != nil || new["galleryReference"] != nil
    let left = TemplateContent(oldText, name: old.name, isFromGallery: isFromGallery)
    let right = TemplateContent(newText, name: new.name, isFromGallery: isFromGallery)
    if left.isTemplate == right.isTemplate { return (left.value, right.value) }
    return (.text(withoutFinalLineEnds(oldText)), .text(withoutFinalLineEnds(newText)))
  }

  private static func permission(_ permission: TemplatePermission) -> NormalValue.Entry {
    var entries = permission.parameters.map { NormalValue.Entry($0.key, value(of: $0.value)) }
    entries.append(NormalValue.Entry("isRequired", .bool(permission.isRequired)))
    if permission.versionID != "1" {
      entries.append(NormalValue.Entry("versionId", .text(permission.versionID)))
    }
    if let annotations = permission.clientAnnotations {
      entries.append(NormalValue.Entry("clientAnnotations", Normaliser.exact(annotations)))
    }
    entries += permission.unknown.members.map {
      NormalValue.Entry($0.key, Normaliser.exact($0.value))
    }
    return NormalValue.Entry(permission.publicID, .sorted(entries))
  }

  private static func value(of value: PermissionValue) -> NormalValue {
    switch value {
    case .string(let text): .text(text)
    case .boolean(let flag): .bool(flag)
    case .list(let items): .list(items.map { Self.value(of: $0) })
    case .map(let entries) where entries.allSatisfy { $0.key.text != nil }:
      .sorted(entries.map { NormalValue.Entry($0.key.text ?? "", Self.value(of: $0.value)) })
    case .map, .unknown: .typed("permission value", Normaliser.exact(value.json))
    }
  }

  /// Without a byte order mark, CRs before line feeds and line ends at the end, which mean nothing.
  private static func withoutFinalLineEnds(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    bytes.removeAll { $0 == UInt8(ascii: "\r") }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
