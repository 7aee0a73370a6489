import CustomTemplate
import TagwrightPlan
import Testing

@Suite struct FileNameTests {
  private static func templates(
    _ line: UInt = #line, @ContainerBuilder _ elements: () -> [ContainerElement]
  ) throws -> [String] {
    let plan = CompiledPlan(line: line, elements)
    #expect(plan.problems == [])
    let paths = plan.paths.filter { $0.hasPrefix("templates/") }
    #expect(Set(paths).count == paths.count)
    let names = try plan.entities("customTemplate").count
    #expect(paths.count == names)
    for path in paths {
      let isPlain = path.utf8.allSatisfy {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || "-/.".utf8.contains($0)
      }
      #expect(isPlain && path.utf8.count < 130, "\(path)")
    }
    return paths.map { String($0.dropFirst(10).dropLast(4)) }
  }

  @Test func aFileIsNamedAfterItsEvent() throws {
    let names = try Self.templates {
      tikTok("TikTok EU") {
        On("page_view", send: .pageview())
        On("add_to_cart2", send: .lead(value: .urlParameter("v")))
      }
    }
    #expect(
      names == [
        "tiktok-eu-page-view", "consent-to-ad-storage", "tiktok-eu-add-to-cart2",
        "page-url-parameter",
      ])
  }

  @Test func noFileOverwritesAnother() throws {
    let names = try Self.templates {
      tikTok {
        On("a-b", send: .lead())
        On("a_b", send: .lead())
        On("A_B", send: .lead())
        On("a__b", send: .lead())
        On("_a_b", send: .lead())
        On("a b", send: .lead())
        On("größe", send: .lead())
        On("日本", send: .lead())
        On("a_b", send: .pageview())
        On("a_b", send: .lead(), name: "tiktok a b")
        On(String(repeating: "long_", count: 60), send: .lead())
        On(String(repeating: "long_", count: 61), send: .lead())
      }
      tikTok("TikTok A") { On("b", send: .lead()) }
      tikTok("page url") { On("parameter", send: .lead(value: .urlParameter("v"))) }
    }
    #expect(
      names == [
        "tiktok-lead-a-b-8e324437", "consent-to-ad-storage", "tiktok-a-b",
        "tiktok-lead-a-b-75b372b5",
        "tiktok-lead-a-b-443ed745", "tiktok-lead-a-b-87fab737", "tiktok-lead-a-b-a1a1bccc",
        "tiktok-lead-gr-e-bbb824b4", "tiktok-lead-f1dcc2ac", "tiktok-pageview-a-b-77170ab2",
        "tiktok-a-b-04075e31",
        "tiktok-lead-long-long-long-long-long-long-long-long-long-long-long-long-long-lon-5d702fd1",
        "tiktok-lead-long-long-long-long-long-long-long-long-long-long-long-long-long-lon-e1af8d66",
        "tiktok-a-lead-b-837032cd", "page-url-parameter", "page-url-parameter-a151b24b",
      ])
  }

  @Test func otherEventsRenameNoFile() throws {
    let alone = try Self.templates { tikTok { On("a_b", send: .lead()) } }
    let together = try Self.templates {
      tikTok {
        On("a-b", send: .lead())
        On("A_B", send: .lead())
        On("a_b", send: .lead())
        On("a_b", send: .pageview())
      }
      tikTok("TikTok A") { On("b", send: .lead()) }
    }
    #expect(alone == ["tiktok-a-b", "consent-to-ad-storage"])
    #expect(together[3] == "tiktok-a-b")
  }
}
