import Testing

@testable import Leads

@Suite struct NameSignsTests {
  @Test(arguments: [
    "asdf", "Qwer", "qwertz", "azerty", "lkjh", "zxcv", "1234", "asdasd", "qweqwe", "qazwsx", "qwerty123", "asdf jkl",
    "йцукен",
  ])
  func runsOverTheKeyboard(name: String) {
    #expect(derived(.keyboardWalk, name) == "true")
  }

  @Test(arguments: [
    "Tre", "Were", "Pool", "Weert", "Rewe", "Power", "Asdfield", "Reza", "Ewert", "Trewin", "asd", "123", "李",
  ])
  func namesAreNoRuns(name: String) {
    #expect(derived(.keyboardWalk, name) == "false")
  }

  @Test(arguments: [
    ("john", "true"), ("élodie", "true"), ("e.on", "true"), ("иван", "true"), ("John", "false"), ("de Vries", "false"),
    ("van Gogh", "false"), ("李", "false"), ("გიორგი", "false"), ("123", "false"), ("JOHN", "false"),
  ])
  func capitals(name: String, expected: String) {
    #expect(derived(.uncapitalised, name) == expected)
  }

  @Test(arguments: [
    ("aaaa", "true"), ("xxx", "true"), ("aaa bbb", "true"), ("abcabcabc", "true"), ("hahaha", "true"), ("1111", "true"),
    ("xx", "false"), ("Aaron", "false"), ("Lee", "false"), ("Mimi", "false"), ("Toto", "false"), ("Anna", "false"),
    ("test test", "false"), ("abcabc", "false"), ("Aaaron", "false"),
  ])
  func repetition(name: String, expected: String) {
    #expect(derived(.repeated, name) == expected)
  }

  @Test(arguments: [DerivedFunction.keyboardWalk, .uncapitalised, .repeated])
  func nothingIsMissingAndLongIsNotSlow(function: DerivedFunction) {
    #expect(derived(function, " ") == "")
    #expect(derived(function, String(repeating: "ab", count: 500_000)) != "")
  }
}
