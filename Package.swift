// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "tagwright",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tagwright", targets: ["Shop"]),
    .executable(name: "benchmark", targets: ["Benchmark"]),
    .library(name: "Tagwright", targets: ["Tagwright"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Parallel", swiftSettings: strict),
    .target(name: "Pipes", swiftSettings: strict),
    .target(name: "JSONText", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "SandboxedJS", dependencies: ["JSONText", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "TagManager", dependencies: ["JSONText", "Diagnostics", "Parallel"],
      swiftSettings: strict),
    .target(
      name: "CustomTemplate", dependencies: ["JSONText", "SandboxedJS", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "ContainerCheck",
      dependencies: [
        "TagManager", "CustomTemplate", "SandboxedJS", "Diagnostics", "JSONText", "Parallel",
      ],
      exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "Templates", path: "Templates",
      resources: [
        .embedInCode("Shared"), .embedInCode("Web"), .embedInCode("TikTok"), .embedInCode("Meta"),
        .embedInCode("Pinterest"), .embedInCode("Reddit"), .embedInCode("LinkedIn"),
      ],
      swiftSettings: strict),
    .target(name: "TagwrightPlan", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(
      name: "Compiler",
      dependencies: [
        "TagwrightPlan", "Simulator", "ContainerCheck", "TagManager", "CustomTemplate",
        "SandboxedJS", "JSONText", "Diagnostics", "Parallel", "Templates",
      ],
      exclude: ["Checks/README.md"],
      swiftSettings: strict),
    .target(
      name: "Simulator",
      dependencies: [
        "ContainerCheck", "TagManager", "CustomTemplate", "SandboxedJS", "JSONText", "Diagnostics",
        "Parallel",
      ],
      swiftSettings: strict),
    .target(name: "CurlCalls"),
    .target(
      name: "TagManagerClient", dependencies: ["CurlCalls", "JSONText", "Pipes"],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["ContainerDiff", "TagManagerClient", "TagManager", "JSONText"],
      swiftSettings: strict),
    .target(
      name: "ContainerDiff",
      dependencies: [
        "ContainerCheck", "TagManager", "CustomTemplate", "JSONText", "Diagnostics", "Parallel",
      ],
      swiftSettings: strict),
    .target(
      name: "Adoption",
      dependencies: [
        "Compiler", "ContainerDiff", "TagManager", "TagwrightPlan", "JSONText", "Diagnostics",
      ],
      swiftSettings: strict),
    .target(
      name: "Replay", dependencies: ["Simulator", "SandboxedJS", "JSONText"], swiftSettings: strict),
    .target(
      name: "Pages",
      dependencies: ["Simulator", "Replay", "SandboxedJS", "JSONText", "Diagnostics"],
      resources: [.embedInCode("Style"), .embedInCode("Script")],
      swiftSettings: strict),
    .target(
      name: "Tagwright",
      dependencies: [
        "TagwrightPlan", "Compiler", "Adoption", "ContainerCheck", "ContainerDiff", "Simulator",
        "Replay", "Pages", "TagManager", "TagManagerClient", "Publishing", "CustomTemplate",
        "SandboxedJS", "JSONText", "Diagnostics", "Parallel", "Pipes",
      ],
      swiftSettings: strict),
    .executableTarget(name: "Shop", dependencies: ["Tagwright"], swiftSettings: strict),
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "Tagwright", "TagwrightPlan", "Compiler", "ContainerDiff", "Publishing", "Replay",
        "Simulator", "TagManager", "TagManagerClient", "CustomTemplate", "SandboxedJS", "JSONText",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Tagwright", "TagwrightPlan", "Compiler", "ContainerCheck", "ContainerDiff", "Publishing",
        "Replay", "Simulator", "TagManager", "TagManagerClient", "CustomTemplate", "SandboxedJS",
        "JSONText", "Diagnostics",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JSONTextTests", dependencies: ["JSONText", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SandboxedJSTests",
      dependencies: ["SandboxedJS", "JSONText", "JavaScriptEngines", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TagManagerTests", dependencies: ["TagManager", "JSONText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CustomTemplateTests",
      dependencies: ["CustomTemplate", "JSONText", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContainerCheckTests",
      dependencies: [
        "ContainerCheck", "Compiler", "TagwrightPlan", "TagManager", "JSONText", "Diagnostics",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ContainerDiffTests",
      dependencies: [
        "ContainerDiff", "TagManager", "CustomTemplate", "JSONText", "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TagwrightPlanTests", dependencies: ["TagwrightPlan", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "CompilerTests",
      dependencies: [
        "Tagwright", "Compiler", "TagwrightPlan", "Simulator", "CustomTemplate", "SandboxedJS",
        "TagManager", "JSONText", "Diagnostics", "JavaScriptEngines", "Templates", "TestSupport",
      ],
      exclude: ["Sandbox/sandbox.js"], swiftSettings: strict),
    .testTarget(
      name: "SimulatorTests",
      dependencies: [
        "Simulator", "TagManager", "CustomTemplate", "SandboxedJS", "JSONText", "Diagnostics",
        "Parallel", "JavaScriptEngines", "TestSupport",
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "JavaScriptEngines", dependencies: ["JSONText"], path: "Tests/JavaScriptEngines",
      swiftSettings: strict),
    .target(
      name: "TagManagerStandIn", dependencies: ["CustomTemplate", "TagManager", "JSONText"],
      path: "Tests/TagManagerStandIn",
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "ContainerDiff", "TagManager", "TagManagerClient", "TagManagerStandIn",
        "CustomTemplate", "JSONText", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AdoptionTests",
      dependencies: [
        "Adoption", "Compiler", "ContainerDiff", "TagwrightPlan", "TagManager", "JSONText",
        "Diagnostics", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ReplayTests",
      dependencies: [
        "Replay", "Compiler", "Simulator", "TagManager", "SandboxedJS", "CustomTemplate",
        "TagwrightPlan",
        "Diagnostics", "JSONText", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Pages", "Replay", "Simulator", "TagManager", "CustomTemplate", "SandboxedJS", "JSONText",
        "JavaScriptEngines", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TagManagerClientTests",
      dependencies: ["TagManagerClient", "TagManagerStandIn", "JSONText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TagwrightTests",
      dependencies: [
        "Tagwright", "Adoption", "Compiler", "ContainerCheck", "ContainerDiff", "TagwrightPlan",
        "TagManager", "Diagnostics", "CustomTemplate", "TagManagerStandIn", "JSONText", "Pipes",
        "TestSupport",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
