// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "leadline",
  products: [
    .library(name: "Leads", targets: ["Leads"]),
    .library(name: "Conditions", targets: ["Conditions"]),
    .library(name: "Scoring", targets: ["Scoring"]),
    .executable(name: "leadline", targets: ["leadline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Leads", dependencies: ["CZlib"]),
    .target(name: "Conditions", dependencies: ["Leads"]),
    .target(name: "Scoring", dependencies: ["Conditions", "Leads", .product(name: "Yams", package: "Yams")]),
    .executableTarget(
      name: "leadline",
      dependencies: [
        "Scoring", "Conditions", "Leads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "LeadsTests", dependencies: ["Leads"]),
    .testTarget(name: "ConditionsTests", dependencies: ["Conditions", "Leads"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring", "Conditions", "Leads"]),
    .testTarget(name: "CommandTests", dependencies: ["leadline"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)
