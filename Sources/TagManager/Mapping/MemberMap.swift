/// Goes through the members of an object in order, and either reads or prints each.
///
/// Optional members are absent or have a value; a list is absent where it is empty.
package protocol MemberMap {
  /// The kind of error that can occur: none in printing.
  associatedtype Failure: Error

  /// A text that has to be there.
  mutating func string(_ key: String, _ value: inout String) throws(Failure)
  /// A text.
  mutating func string(_ key: String, _ value: inout String?) throws(Failure)
  /// A whole number of 64 bits, which the API writes as a text and takes as a number, too.
  mutating func longInteger(_ key: String, _ value: inout String?) throws(Failure)
  /// A truth value.
  mutating func boolean(_ key: String, _ value: inout Bool?) throws(Failure)
  /// A whole number.
  mutating func integer(_ key: String, _ value: inout Int?) throws(Failure)
  /// A list of texts.
  mutating func strings(_ key: String, _ value: inout [String]) throws(Failure)
  /// A word that has to be there.
  mutating func word<Value: Word>(_ key: String, _ value: inout Value) throws(Failure)
  /// A word.
  mutating func word<Value: Word>(_ key: String, _ value: inout Value?) throws(Failure)
  /// A list of words.
  mutating func words<Value: Word>(_ key: String, _ value: inout [Value]) throws(Failure)
  /// An object that has to be there.
  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value) throws(Failure)
  /// An object.
  mutating func object<Value: JSONMapped>(_ key: String, _ value: inout Value?) throws(Failure)
  /// A list of objects.
  mutating func objects<Value: JSONMapped>(_ key: String, _ value: inout [Value]) throws(Failure)
}
