import SandboxedJS
import Testing

@Suite struct PublicSuffixTests {
  static let rules = PublicSuffixRules([
    "com", "uk", "co.uk", "*.ck", "!www.ck", "*.kobe.jp", "!city.kobe.jp", "jp", "公司.cn", "*.*.bad",
    "a.b.com",
  ])

  /// The cases that publicsuffix.org's test names: mixed case, wildcards, exceptions, unlisted ends.
  static let domains: [(domain: String, registrable: String)] = [
    ("com", ""), ("example.com", "example.com"), ("www.EXAMPLE.com", "example.com"),
    ("b.com", "b.com"), ("a.b.com", ""), ("x.a.b.com", "x.a.b.com"), ("c.b.com", "b.com"),
    ("uk", ""), ("co.uk", ""), ("example.co.uk", "example.co.uk"),
    ("a.b.example.co.uk", "example.co.uk"),
    ("example.uk", "example.uk"), ("ck", ""), ("test.ck", ""), ("b.test.ck", "b.test.ck"),
    ("a.b.test.ck", "b.test.ck"), ("www.ck", "www.ck"), ("www.www.ck", "www.ck"),
    ("c.kobe.jp", ""), ("b.c.kobe.jp", "b.c.kobe.jp"), ("city.kobe.jp", "city.kobe.jp"),
    ("www.city.kobe.jp", "city.kobe.jp"), ("kobe.jp", "kobe.jp"),
    ("unlisted", ""), ("example.unlisted", "example.unlisted"),
    ("b.example.unlisted", "example.unlisted"),
    ("食狮.公司.cn", "xn--85x722f.xn--55qx5d.cn"), ("公司.cn", ""), ("www.食狮.com", "xn--85x722f.com"),
  ]

  @Test(arguments: domains) func longestRuleDecidesUnlessAnExceptionDoes(
    domain: String, registrable: String
  ) {
    #expect(Self.rules.effectiveTLDPlusOne(of: domain) == registrable)
  }

  static let addresses: [(text: String, registrable: String)] = [
    ("https://www.example.co.uk/path?x=1", "example.co.uk"),
    ("http://user@shop.example.com.au:8080/", "example.com.au"),
    ("www.example.de", "example.de"), ("example.de:8080", "example.de"),
    ("www.example.de/path", "example.de"),
    ("example.com.", "example.com"), ("shop.example.com.br", "example.com.br"),
    ("example.co.jp", "example.co.jp"),
    ("a.example.myshopify.com", "example.myshopify.com"), ("myshopify.com", ""),
    ("x.example.org.nz", "example.org.nz"),
    ("school.x.sch.uk", "school.x.sch.uk"), ("foo.city.kobe.jp", "city.kobe.jp"),
    ("a.b.c.ck", "b.c.ck"), ("www.ck", "www.ck"),
    ("localhost", ""), ("127.0.0.1", ""), ("http://[::1]/", ""), ("", ""), (".", ""), ("..", ""),
    (".example.com", ""),
    ("a..b", ""), ("not a domain", ""), ("https://", ""), ("//", ""),
  ]

  @Test(arguments: addresses) func builtInRulesKnowTheCommonEndings(
    text: String, registrable: String
  ) {
    #expect(PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: text) == registrable)
  }

  @Test func hostOfManyLabelsEndsInAnAnswer() {
    let host = String(repeating: "a.", count: 50_000) + "example.co.uk"
    #expect(PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: host) == "example.co.uk")
  }
}
