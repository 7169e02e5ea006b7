#if canImport(Glibc)
  import Glibc
#endif

extension Array {
  /// An array of equal elements which, if it is large, asks Linux for large pages before they are touched.
  ///
  /// A hash table of tens of megabytes is read at random; with pages of 4 KiB every look-up then also misses the
  /// processor's table of pages, which costs as much as the look-up itself. Elsewhere this is `init(repeating:count:)`.
  init(largeRepeating element: Element, count: Int) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      #if canImport(Glibc)
        let page = 4096
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        if bytes.count >= 4 << 20, let start = bytes.baseAddress {
          let aligned = UnsafeMutableRawPointer(
            bitPattern: (UInt(bitPattern: start) + UInt(page) - 1) & ~UInt(page - 1))
          // Only advice: where it is not taken, nothing is lost.
          if let aligned { madvise(aligned, bytes.count - page, MADV_HUGEPAGE) }
        }
      #endif
      buffer.initialize(repeating: element)
      initialized = count
    }
  }
}
