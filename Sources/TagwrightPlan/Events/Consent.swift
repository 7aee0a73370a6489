package import Diagnostics

/// Whether a tag may run: what the visitor has to have agreed to, or why that does not matter.
///
/// There is no default: a destination is declared with a consent policy or it does not compile.
public struct Consent: Sendable {
  package enum Kind: Sendable {
    case required([ConsentType], whenMissing: ConsentAssumption)
    case waived(reason: String)
  }

  package let kind: Kind
  package let place: SourcePlace

  package init(kind: Kind, place: SourcePlace) {
    self.kind = kind
    self.place = place
  }

  /// The tag runs only with consent to every type named.
  ///
  /// An explicit refusal in any signal of the hit (`x-ga-gcs`, `x-ga-gcd`, `x-ga-mp2-gcd`,
  /// `consentGrantedState`, `consent_state`) stops the tag; a stopped tag sends nothing and sets no cookie.
  /// `consentGrantedState` grants only what an update has changed: servers derive it from `gcd`, and write `true` where
  /// nothing was said.
  ///
  /// - Parameters:
  ///   - type: a type of consent, such as `.adStorage`.
  ///   - others: further types, all of which are needed too.
  ///   - whenMissing: what a hit means that has no signal at all, as without Google's consent mode.
  public static func required(
    _ type: ConsentType, _ others: ConsentType..., whenMissing: ConsentAssumption = .refused,
    file: StaticString = #filePath, line: UInt = #line
  ) -> Consent {
    let types = [type] + others.filter { $0 != type }
    return Consent(
      kind: .required(types, whenMissing: whenMissing), place: TagwrightPlan.place(file, line))
  }

  /// The tag runs whatever the hit says; the reason stands in the generated documentation.
  public static func waived(
    because reason: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Consent {
    Consent(kind: .waived(reason: reason), place: TagwrightPlan.place(file, line))
  }
}

/// A type of consent of Google's consent mode.
public enum ConsentType: String, Hashable, CaseIterable, Sendable {
  /// Storage for advertising.
  case adStorage = "ad_storage"
  /// Storage for analytics.
  case analyticsStorage = "analytics_storage"
  /// Sending of user data for advertising.
  case adUserData = "ad_user_data"
  /// Personalised advertising.
  case adPersonalization = "ad_personalization"
}

/// The meaning of a hit without any consent signal.
public enum ConsentAssumption: Sendable {
  /// The visitor has not agreed: the tag does not run.
  case refused
  /// The visitor has agreed, for example because hits without consent never reach the server.
  case granted
}
