// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "leadline-fuzzing",
  dependencies: [.package(name: "leadline", path: "..")],
  targets: [
    .executableTarget(
      name: "leadline-fuzz",
      dependencies: [
        .product(name: "Scoring", package: "leadline"),
        .product(name: "Conditions", package: "leadline"),
        .product(name: "Leads", package: "leadline"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
