/// A platform that a container runs on.
package struct UsageContext: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// On web pages.
  package static let web = Self(rawValue: "WEB")
  /// On a tagging server.
  package static let server = Self(rawValue: "SERVER")
  /// On AMP pages.
  package static let amp = Self(rawValue: "AMP")
  /// In Android apps, the old kind.
  package static let android = Self(rawValue: "ANDROID")
  /// In iOS apps, the old kind.
  package static let ios = Self(rawValue: "IOS")
  /// In Android apps. Its word in an export was never seen.
  package static let androidSDK5 = Self(rawValue: "ANDROID_SDK5")
  /// In iOS apps. Its word in an export was never seen.
  package static let iosSDK5 = Self(rawValue: "IOS_SDK5")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [UsageContext] = [
    .web, .server, .amp, .android, .ios, .androidSDK5, .iosSDK5,
  ]
}
