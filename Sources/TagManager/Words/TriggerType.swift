/// The kind of event that a trigger listens to.
///
/// A server container has `customEvent` and `always`, as far as has been seen.
package struct TriggerType: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Fires when a page begins to load.
  package static let pageview = Self(rawValue: "PAGEVIEW")
  package static let domReady = Self(rawValue: "DOM_READY")
  package static let windowLoaded = Self(rawValue: "WINDOW_LOADED")
  /// Fires on the events that its custom event filter names.
  package static let customEvent = Self(rawValue: "CUSTOM_EVENT")
  /// Fires when all its triggers have fired.
  package static let triggerGroup = Self(rawValue: "TRIGGER_GROUP")
  /// Fires before all others, web only.
  package static let initialization = Self(rawValue: "INIT")
  /// Fires before any other, to set the consent; web only.
  package static let consentInitialization = Self(rawValue: "CONSENT_INIT")
  /// Fires on page views; server only, never seen in a file.
  package static let serverPageview = Self(rawValue: "SERVER_PAGEVIEW")
  /// Fires on every event for which its filters hold; server only.
  package static let always = Self(rawValue: "ALWAYS")
  package static let firebaseAppException = Self(rawValue: "FIREBASE_APP_EXCEPTION")
  package static let firebaseAppUpdate = Self(rawValue: "FIREBASE_APP_UPDATE")
  package static let firebaseCampaign = Self(rawValue: "FIREBASE_CAMPAIGN")
  package static let firebaseFirstOpen = Self(rawValue: "FIREBASE_FIRST_OPEN")
  package static let firebaseInAppPurchase = Self(rawValue: "FIREBASE_IN_APP_PURCHASE")
  package static let firebaseNotificationDismiss = Self(rawValue: "FIREBASE_NOTIFICATION_DISMISS")
  package static let firebaseNotificationForeground = Self(
    rawValue: "FIREBASE_NOTIFICATION_FOREGROUND")
  package static let firebaseNotificationOpen = Self(rawValue: "FIREBASE_NOTIFICATION_OPEN")
  package static let firebaseNotificationReceive = Self(rawValue: "FIREBASE_NOTIFICATION_RECEIVE")
  package static let firebaseOsUpdate = Self(rawValue: "FIREBASE_OS_UPDATE")
  package static let firebaseSessionStart = Self(rawValue: "FIREBASE_SESSION_START")
  package static let firebaseUserEngagement = Self(rawValue: "FIREBASE_USER_ENGAGEMENT")
  package static let formSubmission = Self(rawValue: "FORM_SUBMISSION")
  package static let click = Self(rawValue: "CLICK")
  package static let linkClick = Self(rawValue: "LINK_CLICK")
  package static let jsError = Self(rawValue: "JS_ERROR")
  package static let historyChange = Self(rawValue: "HISTORY_CHANGE")
  package static let timer = Self(rawValue: "TIMER")
  package static let ampClick = Self(rawValue: "AMP_CLICK")
  package static let ampTimer = Self(rawValue: "AMP_TIMER")
  package static let ampScroll = Self(rawValue: "AMP_SCROLL")
  package static let ampVisibility = Self(rawValue: "AMP_VISIBILITY")
  package static let youTubeVideo = Self(rawValue: "YOU_TUBE_VIDEO")
  package static let scrollDepth = Self(rawValue: "SCROLL_DEPTH")
  package static let elementVisibility = Self(rawValue: "ELEMENT_VISIBILITY")

  /// Every one of the API (discovery document of 2026-08-26).
  package static let all: [TriggerType] = [
    .pageview, .domReady, .windowLoaded, .customEvent, .triggerGroup, .initialization,
    .consentInitialization, .serverPageview, .always, .firebaseAppException, .firebaseAppUpdate,
    .firebaseCampaign, .firebaseFirstOpen, .firebaseInAppPurchase, .firebaseNotificationDismiss,
    .firebaseNotificationForeground, .firebaseNotificationOpen, .firebaseNotificationReceive,
    .firebaseOsUpdate, .firebaseSessionStart, .firebaseUserEngagement, .formSubmission, .click,
    .linkClick, .jsError, .historyChange, .timer, .ampClick, .ampTimer, .ampScroll,
    .ampVisibility, .youTubeVideo, .scrollDepth, .elementVisibility,
  ]
}
