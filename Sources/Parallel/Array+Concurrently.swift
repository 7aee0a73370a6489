import Dispatch
import Synchronization

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

  /// Transforms the elements on as many processors as there are workers; the results keep the elements' order.
  ///
  /// A worker is used by one processor at a time: what two processors share, each has to wait for.
  package func mapConcurrently<Worker: Sendable, Result: Sendable>(
    by workers: [Worker], _ transform: @Sendable (Worker, Element) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { results, initializedCount in
      nonisolated(unsafe) let results = results
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: workers.count) { place in
        let worker = workers[place]
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          results.initializeElement(at: index, to: transform(worker, self[index]))
        }
      }
      initializedCount = count
    }
  }
}
