/// A permission that a template has to declare before it may do something, by the id that its file
/// uses.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/server-side/permissions
/// and https://developers.google.com/tag-platform/tag-manager/templates/permissions
package enum Permission: String, Hashable, Sendable, CaseIterable {
  case accessBigQuery = "access_bigquery"
  case accessFirestore = "access_firestore"
  case accessResponse = "access_response"
  case accessTemplateStorage = "access_template_storage"
  case getCookies = "get_cookies"
  case logging
  case readContainerData = "read_container_data"
  case readEventData = "read_event_data"
  case readEventMetadata = "read_event_metadata"
  case readRequest = "read_request"
  case returnResponse = "return_response"
  case runContainer = "run_container"
  case sendHTTP = "send_http"
  case sendPixelFromBrowser = "send_pixel_from_browser"
  case setCookies = "set_cookies"
  case useCustomPrivateKeys = "use_custom_private_keys"
  case useGoogleCredentials = "use_google_credentials"
  case useMessage = "use_message"

  // Those of web templates alone.
  case accessConsent = "access_consent"
  case accessGlobals = "access_globals"
  case accessLocalStorage = "access_local_storage"
  case getReferrer = "get_referrer"
  case getURL = "get_url"
  case injectHiddenFrame = "inject_hidden_iframe"
  case injectScript = "inject_script"
  case readAnalyticsStorage = "read_analytics_storage"
  case readCharacterSet = "read_character_set"
  case readDataLayer = "read_data_layer"
  case readTitle = "read_title"
  case sendPixel = "send_pixel"
  case writeDataLayer = "write_data_layer"
}
