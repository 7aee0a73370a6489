typealias PromiseReference = UnsafeMutablePointer<PromiseCell>

/// A promise.
struct PromiseCell {
  enum State: UInt8 {
    case pending, fulfilled, rejected
  }

  var state: State
  /// The value that it was fulfilled with or rejected for.
  var value: Value
  /// The reactions that wait for the promise, in order.
  var first: UnsafeMutablePointer<PromiseReaction>?
  var last: UnsafeMutablePointer<PromiseReaction>?
}

/// The reaction to a promise that is fulfilled or rejected.
struct PromiseReaction {
  enum Kind: UInt8 {
    /// Calls one of two functions and settles the next promise with what it gives.
    case then
    /// Calls the first function without arguments, then passes the result on.
    case finally
    /// Settles the next promise in the same way.
    case adopt
    /// Fulfils, or rejects, the next promise with the first value, unless the one before was rejected.
    case fulfilWith, rejectWith
  }

  var kind: Kind
  var onFulfilled: Value
  var onRejected: Value
  var target: PromiseReference
  var next: UnsafeMutablePointer<PromiseReaction>?
}
