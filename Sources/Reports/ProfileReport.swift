import Leads
import Profiling

/// A page about what a file holds and what is wrong with it: one HTML file for people who own the data.
///
///     let page = ProfileReport(profile: profile, fileName: "export.csv", asOf: asOf).html
///
/// The findings come first, the most serious at the top, each with what to do about it; then a card for each column.
/// Like every report it runs no script, loads nothing, and escapes all text from data.
public struct ProfileReport: Sendable {
  /// The page as HTML.
  public let html: String

  /// A page about a profile.
  ///
  /// - Parameters:
  ///   - profile: what to tell of.
  ///   - fileName: what the file is called, without its folder.
  ///   - asOf: the moment of the profile, in the workspace whose days the page shows.
  ///   - title: the heading; nil for the file's name.
  public init(profile: Profile, fileName: String, asOf: AsOf, title: String? = nil) {
    html = Page.html("profile", ProfilePage(profile, fileName: fileName, asOf: asOf, title: title))
  }
}
