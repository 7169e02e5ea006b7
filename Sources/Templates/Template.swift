/// A commented scoring model to start from.
///
///     Template.named("smb-saas")?.text   // a model file, ready for `ModelReader`
///
/// A template is a complete model in the model language: at its top a marketer reads whom it is for, what it reads and
/// what to change first, at its end stand examples worked out by hand. It is a text and nothing else: this module
/// knows nothing of models, so that what stands in the file is all that there is.
///
/// The texts are string literals and not resources, because one binary is deployed. Embedding files by the package
/// manager takes twenty seconds of compiling for these few, and nothing can list what was embedded.
public struct Template: Sendable, Hashable {
  /// What templates are grouped by.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    /// For those who have never had a model.
    case first = "To begin with"
    /// For selling to companies.
    case companies = "Selling to companies"
    /// Methods of qualifying leads.
    case qualification = "Ways to qualify"
    /// For selling to people.
    case people = "Selling to people"
    /// For money and insurance.
    case finance = "Money and insurance"
    /// For those who have bought already.
    case customers = "Customers"
  }

  /// The name by which it is asked for: lower-case words with hyphens.
  public let name: String
  /// What it is grouped under.
  public let category: Category
  /// The model file.
  public let text: String

  init(_ name: String, _ category: Category, _ text: String) {
    self.name = name
    self.category = category
    self.text = text
  }

  /// What the model is called: its `name:`.
  public var title: String { value(of: "name") }

  /// Whom it is for, in a sentence: its `description:`.
  public var summary: String { value(of: "description") }

  /// What stands behind a key of the file's first level, on its line.
  private func value(of key: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }
    return line.map { String($0.dropFirst(key.count + 2)) } ?? ""
  }

  /// All templates, by category; within one, the most general first.
  public static let all: [Template] = [
    .categories, .attributeByAttribute, .fourBuckets,
    .sixPartB2B, .enterpriseB2B, .smallBusinessSaaS, .productLedSaaS, .scoreAndGrade,
    .bant, .anum, .spamOrLamb,
    .eCommerce, .education, .newsletterNurture,
    .mortgage, .insurance, .financialServices,
    .upSell,
  ]

  /// The template of this name, written in any case; nil if there is none.
  public static func named(_ name: String) -> Template? {
    let wanted = name.lowercased()
    return all.first { $0.name == wanted }
  }
}
