#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The natural logarithm in single precision, in which the library works.
func logarithm(_ value: Float) -> Float { logf(value) }
