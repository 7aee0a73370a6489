import Compiler
import TagwrightPlan

/// The files of a package of one's own.
struct NewPackage {
  let names: PackageNames
  let tagwright: TagwrightLocation
  /// Whom events are for, each with its event map.
  let destinations: [(destination: StartingDestination, events: EventMapText)]
  /// The package's folder below the top of a git work tree, as `shop/`; empty at the top or outside of git.
  let prefix: String

  /// The least version of macOS, which must not be below Tagwright's own.
  static let macOSVersion = 15

  /// Path and content, in the order in which they are written.
  var files: [(path: String, text: String)] {
    [
      ("Package.swift", manifest), ("Sources/\(names.type)/Plan.swift", plan),
      ("Sources/\(names.type)/Values.swift", values),
      ("README.md", readme), ("AGENTS.md", agents), (".gitignore", ignored),
      (".github/workflows/tagwright.yml", workflow),
    ]
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(names.product)",
      platforms: [.macOS(.v\(Self.macOSVersion))],
      products: [.executable(name: "\(names.product)", targets: ["\(names.type)"])],
      dependencies: [
        \(tagwright.dependency)
      ],
      targets: [
        .executableTarget(
          name: "\(names.type)",
          dependencies: [.product(name: "Tagwright", package: \(SwiftText.literal(tagwright.identity)))])
      ]
    )

    """
  }

  private var plan: String {
    """
    import Tagwright

    /// What happens on the site, where each value comes from, and who gets it.
    @main
    struct \(names.type): TrackingPlan {
      var plan: Plan {
        // The container's id, as Tag Manager shows it.
        ServerContainer("\(names.type)", publicID: "GTM-ABC1234") {
          GA4Client()
    \(destinations.map { "      \($0.destination.property)" }.joined(separator: "\n"))
        }
      }
    \(visitor)\(destinations.map(text).joined())}

    """
  }

  /// The match keys that several destinations share: each brings them to its own form.
  private var sharedKeys: Set<MatchKey.Kind> {
    destinations.dropFirst().reduce(destinations.first?.destination.matchKeys ?? []) {
      $0.intersection($1.destination.matchKeys)
    }
  }

  /// The lines of match keys.
  private func matchKeys(_ kinds: Set<MatchKey.Kind>) -> String {
    let takesDigests = destinations.allSatisfy {
      $0.destination.takesPhoneDigests || !$0.destination.matchKeys.contains(.phone)
    }
    let digest = takesDigests ? "\n    sha256: .eventData(\"user_data.sha256_phone_number\")," : ""
    let keys: [(MatchKey.Kind, String)] = [
      (
        .email,
        """
        Email(
          .eventData("user_data.email_address"),
          sha256: .eventData("user_data.sha256_email_address"))
        """
      ),
      (
        .phone,
        """
        // Numbers without a country code are left out; '"49"' would complete them as German ones.
        Phone(
          .eventData("user_data.phone_number"),\(digest) defaultCountryCode: nil)
        """
      ), (.externalID, "ExternalID(.eventData(\"user_id\"))"),
      (
        .clickID,
        """
        // Without sources: from where each destination puts them, the page's address, its cookies, the event data.
        ClickID()
        """
      ), (.browserID, "BrowserID()"), (.ipAddress, "IPAddress()"), (.userAgent, "UserAgent()"),
    ]
    return keys.filter { kinds.contains($0.0) }.map(\.1).joined(separator: "\n")
  }

  private var visitor: String {
    guard destinations.count > 1 else { return "" }
    return """

        /// Who the visitor is, for every destination.
        @MatchKeyBuilder var visitor: [MatchKey] {
      \(Self.indented(matchKeys(sharedKeys), by: 4))
        }

      """
  }

  /// A destination of the plan.
  private func text(
    _ destination: StartingDestination, _ events: EventMapText
  ) -> String {
    let blocks = blocks(of: events, for: destination)
    let account = destination.account.map {
      "// \($0.place)\n\($0.label): \(SwiftText.literal($0.example)),"
    }.joined(separator: "\n")
    let own = matchKeys(destination.matchKeys.subtracting(destinations.count > 1 ? sharedKeys : []))
    let keys = destinations.count > 1 ? "visitor" + (own.isEmpty ? "" : "\n\(own)") : own
    return """

        var \(destination.property): \(destination.type) {
          \(destination.type)(
      \(Self.indented(account, by: 6))
            // The name of an environment variable; the token itself stands nowhere in this package.
            accessToken: .secret("\(destination.secret)"),
            consent: .required(.adStorage),
            deduplication: .sharedEventID(.eventData("event_id"))
          ) {
      \(Self.indented(keys, by: 6))
          } events: {
      \(blocks.calls)
          }
        }
      \(blocks.functions)
      """
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }

  /// A second file also keeps a plan without `@main` from passing for a script that does nothing.
  private var values: String {
    """
    import Tagwright

    // Sources that several events share.

    extension \(names.type) {
      var value: Source { .eventData("value") }
      var currency: Source { .eventData("currency") }
    }

    """
  }

  /// The event map: one block, or properties of twenty lines each.
  private func blocks(
    of events: EventMapText, for destination: StartingDestination
  ) -> (calls: String, functions: String) {
    func lines(_ group: [String], indented indent: Int) -> String {
      group.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
    }
    guard events.groups.count > 1 else {
      return (lines(events.groups.first ?? [], indented: 6), "")
    }
    let prefix = destinations.count > 1 ? "\(destination.property)Events" : "events"
    let names = events.groups.indices.map { "\(prefix)\($0 + 1)" }
    let properties = zip(names, events.groups).map { name, group in
      """

        @EventMapBuilder<\(destination.type).Event> var \(name): [On<\(destination.type).Event>] {
      \(lines(group, indented: 4))
        }

      """
    }
    return (lines(names, indented: 6), properties.joined())
  }

  private var readme: String {
    """
    # \(names.type)

    The tracking plan is [`Sources/\(names.type)/Plan.swift`](Sources/\(names.type)/Plan.swift).

    | command | does |
    | --- | --- |
    | `swift run \(names.product) generate` | compiles the plan into `Output/`, for Tag Manager's Admin › Import Container |
    | `swift run \(names.product) test` | tests the generated templates |
    | `swift run \(names.product) hook install` | regenerates in every commit that changes the plan |
    | `swift run \(names.product) --help` | lists what else there is |

    Commit `Output/`: a pull request then shows what a change of the plan does. Secrets stand in no file of git: the
    plan names them, and `generate --with-secrets --into DIR` takes their values from the environment or from a file
    `.env` with lines such as `\(destinations.first?.destination.secret ?? "")=…`.

    """
  }

  private var agents: String {
    """
    # For coding agents

    A tracking plan in Swift, compiled by Tagwright into containers of Google Tag Manager. Change the plan, never what it
    leads to: `Output/` is generated.

    - `swift build` finds misspelt words and missing values; the first message counts.
    - `swift run \(names.product) lint` holds the plan against every rule; `swift run \(names.product) explain RULE` says why one is there.
    - `swift run \(names.product) generate` writes `Output/`; commit it together with the plan.
    - `swift run \(names.product) test` runs the plan's examples and the templates' scenarios.
    - `swift run \(names.product) simulate --hit URL` shows the requests that a hit leads to. Nothing is sent.
    - `.build/debug/\(names.product) mcp` serves these over the Model Context Protocol; start it again after a build.

    Exit status: 0 nothing to report, 1 a finding, 2 the work could not be done.

    Secrets are named in the plan (`.secret("NAME")`); their values stand in the environment or in `.env`, which stays out of
    git. Do not run `send` or `push` unless asked to: they reach the destination and the live container.

    """
  }

  private var ignored: String {
    """
    .build/
    .swiftpm/
    .env

    """
  }

  private var workflow: String {
    let folder = String(prefix.dropLast())
    let defaults =
      folder.isEmpty
      ? ""
      : "\n    defaults:\n      run:\n        working-directory: \(YAMLText.quoted(folder))"
    return """
      name: tagwright
      on: [pull_request]
      permissions:
        contents: read
      jobs:
        generate:
          runs-on: ubuntu-latest
          container: swift:6.3\(defaults)
          steps:
            - uses: actions/checkout@v4\(checkout)
            - uses: actions/cache@v4
              with:
                path: \(YAMLText.quoted("\(prefix).build"))
                key: tagwright-${{ hashFiles(\(YAMLText.expression("\(prefix)Package.*"))) }}
            - run: swift build --product \(names.product)
            - run: swift run --skip-build \(names.product) generate --check
            - run: swift run --skip-build \(names.product) test --format github

      """
  }
}

extension NewPackage {
  /// A runner has the package alone: a folder that it depends on is cloned to the same place.
  private var checkout: String {
    guard case .folder(let path, _) = tagwright else { return "" }
    let folder = ShellText.quotedIfNeeded(path)
    return """

            # The package depends on a folder, which a runner does not have: set the repository's variable TAGWRIGHT_URL
            # (Settings > Secrets and variables > Actions > Variables) to the address of Tagwright's repository.
            - run: |
                test -d \(folder) || git clone --depth 1 "$TAGWRIGHT_URL" \(folder)
              env:
                TAGWRIGHT_URL: ${{ vars.TAGWRIGHT_URL }}
      """
  }
}

/// Foreign text inside YAML.
private enum YAMLText {
  /// A scalar in single quotes (YAML 1.2.2, 7.3.2).
  static func quoted(_ text: String) -> String { "'\(doubled(text))'" }
  /// A string of a GitHub Actions expression, which doubles its quotes too.
  static func expression(_ text: String) -> String { "'\(doubled(text))'" }

  private static func doubled(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined()
  }
}
