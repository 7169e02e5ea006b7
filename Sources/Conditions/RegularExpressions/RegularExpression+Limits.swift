extension RegularExpression {
  /// How large a pattern and what is built from it may become.
  ///
  /// The first four are promises to the authors of patterns: beyond them a pattern is refused. The last three only
  /// choose how a pattern is matched: beyond them the nondeterministic automaton is simulated, which gives the same
  /// answers more slowly.
  struct Limits: Sendable {
    /// The longest pattern, in Unicode scalars.
    var patternScalars = 1_000

    /// The deepest nesting of groups. It bounds the recursion of everything that walks a syntax tree.
    var groupDepth = 100

    /// The largest count in a repeat such as `{2,5}`.
    var repeatCount = 1_000

    /// The most states of the nondeterministic automaton. At most 65,535, so that a state's number takes two bytes.
    var nfaStates = 10_000

    /// The most states of the deterministic automaton; zero for always simulating.
    var dfaStates = 2_000

    /// The largest transition table of the deterministic automaton, in bytes.
    var dfaBytes = 1 << 20

    /// The most elementary steps that building the deterministic automaton may take.
    ///
    /// An automaton can stay small in states and yet be slow to build, if each state stands for thousands of
    /// nondeterministic ones. This keeps compiling any pattern in the tens of milliseconds.
    var dfaSteps = 1_000_000

    /// The limits of every expression outside tests.
    static let standard = Limits()

    /// The standard limits without a deterministic automaton.
    static let simulating: Limits = {
      var limits = Limits()
      limits.dfaStates = 0
      return limits
    }()
  }
}
