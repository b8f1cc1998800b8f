// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: strict about concurrency, imports and memory.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A grammar's C sources, unpacked by `Scripts/setup` and never committed.
func grammar(_ language: String, scanner: Bool = true) -> Target {
  .target(
    name: "CGrammar" + language,
    path: ".grammars/" + language,
    sources: ["src/parser.c"] + (scanner ? ["src/scanner.c"] : []),
    publicHeadersPath: "include",
    cSettings: [.headerSearchPath("src"), .unsafeFlags(["-O2", "-w"])])
}

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclusions[name] ?? [], swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"],
    path: "Tests/" + name + "Tests",
    exclude: exclude, swiftSettings: strict)
}

let exclusions: [String: [String]] = [:]

let grammars: [Target.Dependency] = [
  "CGrammarPython", "CGrammarJavaScript", "CGrammarTypeScript", "CGrammarTSX",
]

let package = Package(
  name: "stopleak",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "stopleak", targets: ["stopleak"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    grammar("Python"), grammar("JavaScript"), grammar("TypeScript"), grammar("TSX"),
    .systemLibrary(
      name: "CTreeSitter", pkgConfig: "tree-sitter",
      providers: [.apt(["libtree-sitter-dev"]), .brew(["tree-sitter"])]),
    .target(
      name: "CParserGuard", dependencies: ["CTreeSitter"], cSettings: [.unsafeFlags(["-O2"])]),
    module("Basis"),
    module("Syntax", ["Basis", "CTreeSitter", "CParserGuard"] + grammars),
    module("IR", ["Basis"]),
    module("Lowering", ["Basis", "Syntax", "IR"]),
    module("Findings", ["Basis"]),
    module("Linking", ["Basis", "IR"]),
    module("RuleBook", ["Basis", "Findings", .product(name: "Yams", package: "Yams")]),
    module("Analysis", ["Basis", "IR", "Linking", "Findings", "RuleBook"]),
    module("Reporting", ["Basis", "Findings", "RuleBook"]),
    module(
      "Driver",
      [
        "Basis", "Syntax", "IR", "Lowering", "Linking", "Findings", "RuleBook", "Analysis",
        "Reporting",
      ]),
    .executableTarget(
      name: "stopleak",
      dependencies: [
        "Basis", "Driver", "Reporting", "RuleBook", "Findings",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Generate", dependencies: ["Basis", "Syntax", "Findings", "RuleBook"],
      swiftSettings: strict),
    module(
      "TestSupport",
      [
        "Basis", "Syntax", "IR", "Lowering", "Linking", "Findings", "RuleBook", "Analysis",
        "Reporting", "Driver",
      ]),
    tests("Basis", ["Basis"]),
    tests("Syntax", ["Basis", "Syntax"]),
    tests("IR", ["Basis", "IR"]),
    tests("Lowering", ["Basis", "Syntax", "IR", "Lowering"], exclude: ["Fixtures"]),
    tests("Findings", ["Basis", "Findings"]),
    tests("Rule", ["Findings", "RuleBook", "Driver"], exclude: ["Fixtures"]),
    tests(
      "Reporting", ["Basis", "Findings", "RuleBook", "Reporting"],
      exclude: ["Snapshots", "sarif-schema-2.1.0.json", "sarif-schema-2.1.0.NOTICE.md"]),
    tests("Analysis", ["Basis", "IR", "Linking", "Findings", "RuleBook", "Analysis"]),
    tests("Driver", ["Basis", "Linking", "Findings", "RuleBook", "Reporting", "Driver"]),
    tests("CLI", ["Basis"]),
    tests("Architecture", ["RuleBook"]),
    tests("RuleBook", ["Basis", "RuleBook", "Findings"]),
  ])
