import Adoption

/// The files of a package of one's own.
struct NewPackage {
  let names: PackageNames
  let tagwright: TagwrightLocation
  /// The files of the plan's target: path and content.
  let sources: [(path: String, text: String)]
  /// The folders among them that hold no Swift.
  var otherFolders: [String] = []
  /// The name of a secret of the plan; empty where it has none.
  let secret: String
  /// The package's folder below the top of a git work tree, as `shop/`; empty at the top or outside of git.
  let prefix: String

  /// The least version of macOS, which must not be below Tagwright's own.
  static let macOSVersion = 15

  /// Path and content, in the order in which they are written.
  var files: [(path: String, text: String)] {
    [("Package.swift", manifest)] + sources.map { ("Sources/\(names.type)/\($0.path)", $0.text) }
      + [
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
          dependencies: [.product(name: "Tagwright", package: \(SwiftText.literal(tagwright.identity)))]\(excluded))
      ]
    )

    """
  }

  private var excluded: String {
    guard !otherFolders.isEmpty else { return "" }
    return ",\n      exclude: [\(otherFolders.map(SwiftText.literal).joined(separator: ", "))]"
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
    `.env` with lines such as `\(secret.isEmpty ? "NAME" : secret)=…`.

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
