// swift-tools-version: 6.2
import PackageDescription

/// A warning in our own targets fails the build; as a dependency of another package it does not.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "leadline",
  products: [
    .library(name: "Leads", targets: ["Leads"]),
    .library(name: "Conditions", targets: ["Conditions"]),
    .library(name: "Scoring", targets: ["Scoring"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "BoostedTrees", targets: ["BoostedTrees"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Profiling", targets: ["Profiling"]),
    .library(name: "Templates", targets: ["Templates"]),
    .library(name: "Reports", targets: ["Reports"]),
    .executable(name: "leadline", targets: ["leadline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Leads", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "Conditions", dependencies: ["Leads"], swiftSettings: strict),
    .target(
      name: "Scoring", dependencies: ["Conditions", "Leads", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .systemLibrary(name: "CXGBoost", pkgConfig: "xgboost", providers: [.apt(["libxgboost-dev"])]),
    .target(name: "Statistics", swiftSettings: strict),
    .target(name: "BoostedTrees", dependencies: ["CXGBoost", "Statistics"], swiftSettings: strict),
    .target(
      name: "Learning", dependencies: ["BoostedTrees", "Statistics", "Scoring", "Conditions", "Leads"],
      swiftSettings: strict),
    .target(name: "Profiling", dependencies: ["Leads"], swiftSettings: strict),
    .target(name: "Templates", swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Learning", "Statistics", "Profiling", "Scoring", "Conditions", "Leads",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "leadline",
      dependencies: [
        "Reports", "Profiling", "Templates", "Learning", "Statistics", "Scoring", "Conditions", "Leads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "LeadsTests", dependencies: ["Leads", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ConditionsTests", dependencies: ["Conditions", "Leads", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ScoringTests", dependencies: ["Scoring", "Conditions", "Leads", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BoostedTreesTests", dependencies: ["BoostedTrees", "Statistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LearningTests",
      dependencies: ["Learning", "BoostedTrees", "Statistics", "Scoring", "Conditions", "Leads", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ProfilingTests", dependencies: ["Profiling", "Leads", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Scoring", "Leads"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Profiling", "Scoring", "Leads", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["leadline"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
