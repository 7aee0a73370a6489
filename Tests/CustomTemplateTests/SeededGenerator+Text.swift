import TestSupport

extension SeededGenerator {
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// A text of up to 30 pieces.
  mutating func text(of pieces: [String]) -> String {
    (0..<below(30)).map { _ in pieces[below(pieces.count)] }.joined()
  }
}
