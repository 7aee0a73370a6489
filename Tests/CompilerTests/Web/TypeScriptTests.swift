import JavaScriptEngines
import Testing

/// The generated declarations, held by TypeScript's own compiler against what a site may write.
@Suite struct TypeScriptTests {
  private static let item = "{item_id: 'SKU-1', price: 29.99, quantity: 2}"

  private static let right = [
    "dataLayer.push({event: 'search', search_term: 'tee'})",
    "window.dataLayer.push({event: 'search', search_term: 'tee', user_id: 'u1', user_data: {email_address: 'alice@example.com'}})",
    "window.dataLayer.push({event: 'search', search_term: 'tee', eventCallback: () => {}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', tax: 9.5, shipping: 5, coupon: 'A', items: [\(item)]}})",
    "window.dataLayer.push({ecommerce: null})",
    "window.dataLayer.push({user_id: 'u1', page_type: 'home'})",
    "window.dataLayer.push({event: 'newsletter_popup_shown'})",
    "window.dataLayer.push({event: 'gtm.js', 'gtm.start': new Date().getTime()})",
    "window.dataLayer = window.dataLayer || []",
    "function gtag(...rest: unknown[]) { window.dataLayer.push(arguments); }",
    "gtag('consent', 'default', {ad_storage: 'denied'})",
    "declare global { interface DataLayerEvents { newsletter_opened: {event: 'newsletter_opened', campaign: string} } }",
    "window.dataLayer.push({event: 'newsletter_opened', campaign: 'spring'})",
    "window.dataLayer.filter((entry) => entry === undefined)",
  ]

  private static let wrong = [
    "window.dataLayer.push({event: 'search', serch_term: 'tee'})",
    "window.dataLayer.push({event: 'search', search_term: 5})",
    "window.dataLayer.push({event: 'search', search_term: 'tee', colour: 'red'})",
    "window.dataLayer.push({event: 'search', user_data: {email: 'alice@example.com'}})",
    "window.dataLayer.push({event: 'purchase'})",
    "window.dataLayer.push({event: 'purchase', ecommerce: null})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, items: [\(item)]}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: '59.98', currency: 'EUR', items: [\(item)]}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: \(item)}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [{item_name: 'Tee'}]}})",
    "window.dataLayer.push({event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', taxes: 9.5, items: [\(item)]}})",
    "window.dataLayer.push({event: 'Purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}})",
    "window.dataLayer.push({event: 'newsletter_opened'})",
    "window.dataLayer.push({user_id: 5})",
  ]

  @Test(
    "TypeScript takes right pushes, Google's own snippet and events of other tags, and no event of the plan with a missing, misspelt or wrongly typed field",
    .enabled(if: TypeScriptCompiler.installed != nil, "TypeScript's compiler 'tsc' is not on PATH"))
  func pushes() throws {
    let pushes = (Self.right + Self.wrong).map { "\($0);" }
    let compiler = try #require(TypeScriptCompiler.installed)
    let found = try compiler.errors(
      in: pushes, declarations: try WebPlan().text("data-layer.d.ts"))
    #expect(
      Set(found.keys) == Set(Self.right.count..<pushes.count), "\(found.sorted { $0.key < $1.key })"
    )
  }
}
