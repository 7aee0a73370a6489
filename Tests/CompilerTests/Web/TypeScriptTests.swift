import JavaScriptEngines
import Testing

/// The generated declarations, held by TypeScript's own compiler against what a site may write.
@Suite struct TypeScriptTests {
  private static let item = "{item_id: 'SKU-1', price: 29.99, quantity: 2}"

  private static let right = [
    "{event: 'search', search_term: 'tee'}",
    "{event: 'search', search_term: 'tee', user_id: 'u1', user_data: {email_address: 'alice@example.com'}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}}",
    "{ecommerce: null}",
    "{user_id: 'u1'}",
  ]

  private static let wrong = [
    "{event: 'serch', search_term: 'tee'}",
    "{event: 'search', serch_term: 'tee'}",
    "{event: 'search', search_term: 5}",
    "{event: 'search', user_data: {email: 'alice@example.com'}}",
    "{event: 'purchase'}",
    "{event: 'purchase', ecommerce: null}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, items: [\(item)]}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: '59.98', currency: 'EUR', items: [\(item)]}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: \(item)}}",
    "{event: 'purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [{item_name: 'Tee'}]}}",
    "{event: 'Purchase', ecommerce: {transaction_id: 'T-1', value: 59.98, currency: 'EUR', items: [\(item)]}}",
  ]

  @Test(
    "TypeScript takes a right push, and no push with a missing, misspelt or wrongly typed field",
    .enabled(if: TypeScriptCompiler.installed != nil, "TypeScript's compiler 'tsc' is not on PATH"))
  func pushes() throws {
    let pushes = (Self.right + Self.wrong).map { "window.dataLayer.push(\($0));" }
    let compiler = try #require(TypeScriptCompiler.installed)
    let found = try compiler.errors(
      in: pushes, declarations: try WebPlan().text("data-layer.d.ts"))
    #expect(
      Set(found.keys) == Set(Self.right.count..<pushes.count), "\(found.sorted { $0.key < $1.key })"
    )
  }
}
