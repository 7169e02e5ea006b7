// swift-tools-version: 6.2
import PackageDescription

/// With `LEADLINE_CORE` the program has no server, and none of what only that depends on: it builds in two minutes instead
/// of twenty. `make demo` and `make core` do that.
let isCore = Context.environment["LEADLINE_CORE"] != nil

/// A warning in our own targets fails the build; as a dependency of another package it does not.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let program: Target = .executableTarget(
  name: "leadline",
  dependencies: [
    "Reports", "Profiling", "Templates", "Learning", "Statistics", "Scoring", "Conditions", "Leads",
    .product(name: "ArgumentParser", package: "swift-argument-parser"),
  ],
  exclude: isCore ? ["Server"] : [], swiftSettings: strict + (isCore ? [] : [.define("SERVER")]))

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
    program,
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
      name: "ReportsTests",
      dependencies: ["Reports", "Learning", "Statistics", "Profiling", "Scoring", "Leads", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

if !isCore {
  package.products += [
    .library(name: "Tracking", targets: ["Tracking"]),
    .library(name: "Store", targets: ["Store"]),
    .library(name: "StoreTesting", targets: ["StoreTesting"]),
    .library(name: "SQLiteStore", targets: ["SQLiteStore"]),
    .library(name: "Service", targets: ["Service"]),
    .library(name: "Delivering", targets: ["Delivering"]),
    .library(name: "Web", targets: ["Web"]),
  ]
  package.dependencies += [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
  ]
  program.dependencies += [
    "Web", "Delivering", "Service", "SQLiteStore", "Store", "Tracking",
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "Logging", package: "swift-log"),
  ]
  package.targets += [
    .target(name: "Tracking", dependencies: ["Leads"], swiftSettings: strict),
    .target(name: "Store", swiftSettings: strict),
    .target(name: "StoreTesting", dependencies: ["Store"], swiftSettings: strict),
    .target(
      name: "SQLiteStore",
      dependencies: [
        "Store", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Store", "Tracking", "Learning", "Statistics", "Scoring", "Conditions", "Leads",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "Delivering",
      dependencies: [
        "Service", "Store", "Leads", .product(name: "Logging", package: "swift-log"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Service", "Store", "Tracking", "Scoring", "Leads",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Tracking/t.js"], swiftSettings: strict),
    .testTarget(name: "TrackingTests", dependencies: ["Tracking", "Leads", "TestSupport"], swiftSettings: strict),
    .executableTarget(
      name: "store-writer", dependencies: ["SQLiteStore", "Store"], path: "Tests/StoreWriter", swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "StoreTesting", "SQLiteStore", "store-writer", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ServiceTests",
      dependencies: ["Service", "Store", "SQLiteStore", "Tracking", "Scoring", "Leads", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DeliveringTests",
      dependencies: [
        "Delivering", "Service", "Store", "SQLiteStore", "Scoring", "Leads", "TestSupport",
        .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Service", "Store", "SQLiteStore", "Tracking", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["clients"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["leadline"], swiftSettings: strict),
  ]
}
