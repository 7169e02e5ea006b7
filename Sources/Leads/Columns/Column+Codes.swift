extension Column {
  /// A column of texts that are held as codes, read as an attribute's type; each distinct text is read once.
  ///
  /// A text that is not of the type is missing. O(texts + rows).
  ///
  /// - Parameters:
  ///   - attribute: the attribute's name and type.
  ///   - codes: for each row the code of its text.
  ///   - pool: the texts.
  ///   - settings: how texts are read.
  public init(_ attribute: Attribute, codes: [UInt32], of pool: TextPool, settings: ReadingSettings) {
    if attribute.type == .text {
      self = .text(TextColumn(codes: codes, pool: pool, placeholders: settings.placeholders))
      return
    }
    var builder = ColumnBuilder(attribute, columnName: attribute.name, settings: settings)
    for code in 0..<UInt32(pool.count) {
      _ = builder.append(pool.bytes.span.extracting(pool.range(of: code)))
    }
    let texts = ColumnBuilder.column(
      of: [builder], rows: [RowRun(builder: 0, rows: 0..<pool.count)], settings: settings)
    switch texts {
    case .text: preconditionFailure("texts are done")
    case .number(let values): self = .number(codes.map { values[Int($0)] })
    case .flag(let values): self = .flag(codes.map { values[Int($0)] })
    case .instant(let values): self = .instant(codes.map { values[Int($0)] })
    }
  }
}
