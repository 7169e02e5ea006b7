// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "leadline-benchmarks",
  dependencies: [
    .package(name: "leadline", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "leadline-bench",
      dependencies: [
        .product(name: "Scoring", package: "leadline"),
        .product(name: "Profiling", package: "leadline"),
        .product(name: "Conditions", package: "leadline"),
        .product(name: "Leads", package: "leadline"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "learning-bench",
      dependencies: [
        .product(name: "Learning", package: "leadline"),
        .product(name: "BoostedTrees", package: "leadline"),
        .product(name: "Statistics", package: "leadline"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)

/// With `LEADLINE_CORE` the pure modules are measured alone, as in the package above.
if Context.environment["LEADLINE_CORE"] == nil {
  package.dependencies.append(.package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"))
  package.targets.append(
    .executableTarget(
      name: "store-bench",
      dependencies: [
        .product(name: "SQLiteStore", package: "leadline"),
        .product(name: "Store", package: "leadline"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]))
}
