/// The first lines of a page: what it shows, and of what.
package struct PageHeading: Hashable, Sendable {
  /// The name of the plan or of a file.
  package let title: String
  /// The subject of the page, such as `Simulated events`.
  package let subject: String
  /// The containers, such as `GTM-ABC1234`.
  package let containers: [String]
  /// The day of the run as `2026-11-28`; `nil` for a page that is to be the same whenever it is made.
  package let day: String?

  /// Describes a page.
  package init(title: String, subject: String, containers: [String], day: String? = nil) {
    self.title = title
    self.subject = subject
    self.containers = containers
    self.day = day
  }

  /// The lines as HTML.
  var html: String {
    let parts =
      [HTMLText.escaped(subject)]
      + containers.map { "<code>\(HTMLText.escaped($0))</code>" }
      + (day.map { ["<time datetime=\"\($0)\">\($0)</time>"] } ?? [])
    return """
      <h1>\(HTMLText.escaped(title))</h1>
      <p class="about">\(parts.joined(separator: " <span aria-hidden=\"true\">·</span> "))</p>
      """
  }
}
