import Leads

/// What the values of a column most likely are.
struct TypeGuess {
  let type: ColumnType
  /// The traits of which a value must have one to be of the type; nil if there is nothing to fit.
  let fitting: TextTraits?

  /// - Parameter isID: whether the column is the one with the ids of the rows.
  init(_ scan: ColumnScan, isID: Bool, rows: Int) {
    let profile = scan.profile
    let filled = profile.filled
    /// Whether at least so many of a hundred known values have the trait.
    func mostly(_ percent: Int, _ rows: Int) -> Bool { rows * 100 >= percent * filled }
    func having(_ trait: TextTraits) -> Int { scan.facts(trait).rows }
    let name = ColumnNames.key(profile.name)
    let isPhone = profile.attribute == "phone" || profile.attribute == "mobile"

    if filled == 0 {
      (type, fitting) = (.empty, nil)
    } else if isID {
      (type, fitting) = (.id, nil)
    } else if profile.distinct == 1, filled == rows, rows > 1 {
      (type, fitting) = (.constant, nil)
    } else if mostly(50, having(.email)) {
      (type, fitting) = (.email, .email)
    } else if mostly(98, having(.flag)), profile.distinct <= 12 {
      (type, fitting) = (.flag, .flag)
    } else if mostly(60, having(.phone)) || (isPhone && mostly(50, having(.phone) + having(.digits))) {
      (type, fitting) = (.phone, isPhone ? [.phone, .digits] : .phone)
    } else if mostly(80, having(.instant))
      || (mostly(80, having(.instant) + having(.digitInstant))
        && (mostly(20, having(.instant)) || Self.namesMoment(name)))
    {
      (type, fitting) = (.instant, [.instant, .digitInstant])
    } else if mostly(80, having(.url)) {
      (type, fitting) = (.url, .url)
    } else if Self.isID(profile, name: name, scan, filled) {
      (type, fitting) = (.id, nil)
    } else if mostly(Self.isQuantity(profile.attribute) ? 50 : 80, having(.number)), having(.leadingZero) * 200 < filled
    {
      (type, fitting) = (.number, .number)
    } else if mostly(50, having(.long)) {
      (type, fitting) = (.freeText, nil)
    } else if ["first_name", "last_name", "name", "company"].contains(profile.attribute) {
      (type, fitting) = (.text, nil)
    } else if profile.distinct <= 50 || (profile.distinct <= 1000 && profile.distinct * 20 <= filled) {
      (type, fitting) = (profile.distinct * 2 > filled && filled >= 10 ? .text : .category, nil)
    } else {
      (type, fitting) = (.text, nil)
    }
  }

  /// Attributes whose texts should be numbers even if many are not.
  static func isQuantity(_ attribute: String?) -> Bool {
    attribute == "company_size" || attribute == "annual_revenue" || attribute == "budget"
  }

  /// Whether a column's name says that it holds moments.
  private static func namesMoment(_ name: String) -> Bool {
    ["date", "time", "created", "updated", "timestamp", "modified", "born", "birth", "since"].contains(
      where: name.contains)
      || name.hasSuffix("at") || name.hasSuffix("on")
  }

  /// Whether each value is another, in the manner of ids: codes of letters and digits, or whole numbers under such a name.
  private static func isID(_ profile: ColumnProfile, name: String, _ scan: ColumnScan, _ filled: Int) -> Bool {
    guard filled >= 20, profile.distinct * 100 >= filled * 98, scan.facts(.code).rows * 100 >= filled * 98 else {
      return false
    }
    let isNamed = ["id", "number", "no", "nr", "key", "uuid", "guid", "code"].contains(where: name.hasSuffix)
    return isNamed || scan.facts(.number).rows * 2 < filled
  }
}
