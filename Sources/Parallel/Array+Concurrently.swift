import Dispatch

extension Array where Element: Sendable {
  /// Transforms the elements on all processors at once; the results keep the elements' order.
  package func mapConcurrently<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, initializedCount in
      // Each place belongs to one turn alone, so that none has to wait for another.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: count) { index in
        results.initializeElement(at: index, to: transform(self[index]))
      }
      initializedCount = count
    }
  }
}
