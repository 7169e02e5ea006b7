extension LeadTable {
  /// Adds the columns of derived attributes, or replaces them if they are there already.
  ///
  /// Each distinct text is worked out once. A source that the table does not have, or not as text, gives nothing: its
  /// derived attributes are missing for all. O(texts + rows) for each attribute.
  public mutating func derive(_ attributes: [DerivedAttribute], by deriver: Deriver, threads: Int = 1) {
    for attribute in attributes {
      guard case .text(let source) = column(attribute.source) else { continue }
      set(attribute.name, source.derived(attribute.function, by: deriver, threads: threads))
    }
  }
}

extension TextColumn {
  /// What a function makes of the column's texts, for each row.
  func derived(_ function: DerivedFunction, by deriver: Deriver, threads: Int) -> Column {
    switch function.type {
    case .number:
      let values = values(threads: threads, missing: Double.nan) { text in
        if case .number(let number) = deriver.value(function, of: text) { number } else { .nan }
      }
      return .number(codes.map { values[Int($0)] })
    case .flag:
      let values = values(threads: threads, missing: UInt8(0)) { text in
        if case .flag(let flag) = deriver.value(function, of: text) { flag ? 2 : 1 } else { 0 }
      }
      return .flag(codes.map { values[Int($0)] })
    default:
      return .text(derivedText(function, by: deriver, threads: threads))
    }
  }

  /// How many texts a thread takes at a time.
  private static var chunk: Int { 16_384 }

  /// A value for each code, by `value` of its text.
  private func values<T: Sendable>(
    threads: Int, missing: T, _ value: @Sendable (Span<UInt8>) -> T
  ) -> [T] {
    let chunks = parallel(count: (pool.count + Self.chunk - 1) / Self.chunk, threads: threads) { chunk in
      let start = chunk * Self.chunk
      var values: [T] = []
      values.reserveCapacity(Self.chunk)
      for code in start..<min(start + Self.chunk, pool.count) {
        let text = pool.bytes.span.extracting(pool.range(of: UInt32(code)))
        values.append(isMissing[code] ? missing : value(text))
      }
      return values
    }
    return Array(chunks.joined())
  }

  private func derivedText(_ function: DerivedFunction, by deriver: Deriver, threads: Int) -> TextColumn {
    let chunks = parallel(count: (pool.count + Self.chunk - 1) / Self.chunk, threads: threads) { chunk in
      let start = chunk * Self.chunk
      var results = TextPool()
      var codes: [UInt32] = []
      codes.reserveCapacity(Self.chunk)
      let nothing = results.code(of: "".utf8Span.span)
      for code in start..<min(start + Self.chunk, pool.count) {
        let text = pool.bytes.span.extracting(pool.range(of: UInt32(code)))
        if !isMissing[code], case .text(let value) = deriver.value(function, of: text) {
          codes.append(results.code(of: value.utf8Span.span))
        } else {
          codes.append(nothing)
        }
      }
      return (pool: results, codes: codes)
    }
    let (results, renumbered) = TextPool.merged(chunks.map(\.pool))
    var derived: [UInt32] = []
    derived.reserveCapacity(pool.count)
    for (chunk, new) in zip(chunks, renumbered) {
      if let new { for code in chunk.codes { derived.append(new[Int(code)]) } } else { derived += chunk.codes }
    }
    // Nobody's placeholder hides what was worked out; only the empty text is missing.
    return TextColumn(codes: codes.map { derived[Int($0)] }, pool: results, placeholders: Placeholders([]))
  }
}
