import SandboxedJS
import TagManager

extension ConditionProgram {
  /// Values with which both sides of the condition are played: those for which it holds, those for which it does not,
  /// and none.
  func trialValues(listed: [String]) -> [String?] {
    var texts = alternatives
    texts += [rightText, rightText + "-other", "other-" + rightText]
    if rightText != rightText.uppercased() { texts.append(rightText.uppercased()) }
    if let number = Double(rightText) {
      texts += [number - 1, number + 1].map { JavaScriptNumber.text($0) }
    }
    if type == .matchesRegularExpression { texts += matchingGuesses }
    texts += listed
    texts.append("0")
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted } + [nil]
  }

  /// Texts that patterns often mean: without their signs, a number, a word, an address.
  private var matchingGuesses: [String] {
    let plain = rightText.filter { !"^$()[]{}?*+\\".contains($0) }
    let first = String(plain.prefix { $0 != "|" })
    return [plain, first, first.filter { $0 != "." }, "1", "12345", "a", "abc", "ABC", "/abc"]
      .filter { holds(.string($0), .string(rightText)) != isNegated }
  }
}
