import Synchronization
import Templates

/// The modules that the code of a destination's templates may use: shared ones with its own names in their places, and
/// its own.
struct DestinationLibrary {
  /// Those of server templates.
  let logging: ModuleLibrary
  /// Those of server templates that log nothing.
  let silent: ModuleLibrary
  /// Those of the pixel's template.
  let web: ModuleLibrary

  /// Reading the modules costs more than making a template, and a destination has many; an app has no pixel's names.
  private static let known = Mutex<[String: DestinationLibrary]>([:])

  static func of(_ profile: DestinationProfile) -> DestinationLibrary {
    known.withLock { known in
      let places = places(of: profile)
      let key = "\(profile.service) \(profile.pixel != nil) \(places["ADDRESS"] ?? "")"
      if let library = known[key] { return library }
      let shared = ModuleLibrary.shared.adding(TemplateSources.parametric, places: places)
        .adding(profile.modules, places: places)
      let library = DestinationLibrary(
        logging: shared,
        silent: shared.adding(TemplateSources.shared.filter { $0.name == ModuleLibrary.silent }),
        web: shared.adding(
          TemplateSources.parametric + TemplateSources.web,
          places: places.merging(profile.commerce.inBrowser.places) { $1 }))
      known[key] = library
      return library
    }
  }

  /// Returns the code that replaces the names in capitals in the shared modules.
  private static func places(of profile: DestinationProfile) -> [String: String] {
    var places = profile.commerce.places
    places["SERVICE"] = JavaScript.literal(profile.name)
    places["ADDRESS"] = profile.delivery.code(profile)
    places["TOKEN"] = profile.delivery.tokenSuffix
    places["OPTIONS"] = profile.delivery.options
    places["MESSAGE"] = profile.delivery.message.joined(separator: ", ")
    places["ACCEPTED"] = profile.delivery.accepted
    let codes = profile.vocabulary.currencies
    places["CURRENCIES"] = codes.isEmpty ? "[A-Z]{3}" : codes.joined(separator: "|")
    places["DERIVED"] = profile.commerce.derivedInBrowser(profile.vocabulary, profile.pixel)
    let commerce = profile.commerce
    let isPaired = profile.pairs.contains {
      $0.member == MemberPlace(commerce.object, commerce.value) && $0.other == commerce.currency
    }
    places["PAIRED"] = isPaired ? "found.currency !== undefined" : "true"
    for (name, text) in profile.pixel?.script.places ?? [:] { places[name] = text }
    return places
  }
}
